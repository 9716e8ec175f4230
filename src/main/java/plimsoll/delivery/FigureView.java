package plimsoll.delivery;

import java.time.LocalDate;
import java.util.List;
import plimsoll.delivery.metric.Evidence;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Metric;

/**
 * One figure with all that it is made of.
 *
 * @param team its key, or "organisation"
 * @param service key of the one that it is of; null for all of the team
 * @param from first local day
 * @param to the local day before which it ends
 * @param zone of the calendar that the days are those of
 * @param finalOn the local day on which it becomes final
 * @param provisional records that come before that day still change it
 * @param late what came after that day; null where nothing did, or it is not final yet
 * @param answer of DORA's questionnaire that the value would have been; null where there is none
 * @param services the same figure of each service of the team by itself, by key
 * @param records how many stand behind it
 * @param counted how many of them count towards it
 * @param onlyCounted true when only these are listed
 * @param evidence one page of them, in the order of time
 * @param page which one, from 1 on
 * @param pages how many there are
 */
public record FigureView(
    String team,
    String service,
    Measure measure,
    LocalDate from,
    LocalDate to,
    String zone,
    LocalDate finalOn,
    boolean provisional,
    Late late,
    Metric metric,
    String answer,
    List<OfService> services,
    int records,
    int counted,
    boolean onlyCounted,
    List<Evidence> evidence,
    int page,
    int pages) {

  /**
   * What came after a figure had become final. The figure shown holds it; it was another one.
   *
   * @param records how many
   * @param without the figure as it was when it became final
   */
  public record Late(int records, Metric without) {}

  /** The figure of one service. */
  public record OfService(String service, Metric metric) {}
}
