package plimsoll.delivery.metric;

import java.util.List;
import java.util.Map;

/**
 * What DORA's reports said of each year's answers, as context and never as a grade. The bands are
 * clusters that came out of that year's answers; they moved from year to year.
 */
public final class DoraReports {
  private static final String ON_DEMAND = "on demand";
  private static final String DAY_TO_WEEK = "once a day to once a week";
  private static final String WEEK_TO_MONTH = "once a week to once a month";
  private static final String MONTH_TO_HALF_YEAR = "once a month to once in six months";
  private static final String HOUR = "less than an hour";
  private static final String DAY = "less than a day";
  private static final String WEEK = "a day to a week";
  private static final String MONTH = "a week to a month";
  private static final String HALF_YEAR = "one to six months";
  private static final String LONGER = "more than six months";

  private DoraReports() {}

  /**
   * One year.
   *
   * @param source where the numbers were read
   * @param remark what a reader must know of that year; "" for nothing
   * @param bands as the report names them, none where it had none
   */
  public record Year(int year, String source, String remark, List<Band> bands) {}

  /**
   * One cluster of a year.
   *
   * @param name the report's own
   * @param share of the answers, as printed
   */
  public record Band(
      String name,
      String share,
      String frequency,
      String leadTime,
      String failRate,
      String recovery) {

    /** What it says of one of the four figures that DORA asked about; null for any other. */
    public String of(Measure measure) {
      return switch (measure) {
        case DEPLOYMENT_FREQUENCY -> frequency;
        case LEAD_TIME -> leadTime;
        case CHANGE_FAIL_RATE -> failRate;
        case RECOVERY_TIME -> recovery;
        default -> null;
      };
    }
  }

  /** In the order of time. */
  public static final List<Year> ALL =
      List.of(
          new Year(
              2019,
              "Accelerate State of DevOps 2019, report",
              "The shares of High and Low are from secondary copies.",
              List.of(
                  new Band("Elite", "20 %", ON_DEMAND, DAY, "0–15 %", HOUR),
                  new Band("High", "23 %", DAY_TO_WEEK, WEEK, "0–15 %", DAY),
                  new Band("Medium", "44 %", WEEK_TO_MONTH, MONTH, "0–15 %", DAY),
                  new Band("Low", "12 %", MONTH_TO_HALF_YEAR, HALF_YEAR, "46–60 %", MONTH))),
          new Year(
              2021,
              "Accelerate State of DevOps 2021, report",
              "High, Medium and Low have one fail rate. There were no clusters in 2020.",
              List.of(
                  new Band("Elite", "26 %", ON_DEMAND, HOUR, "0–15 %", HOUR),
                  new Band("High", "40 %", WEEK_TO_MONTH, WEEK, "16–30 %", DAY),
                  new Band("Medium", "28 %", MONTH_TO_HALF_YEAR, HALF_YEAR, "16–30 %", WEEK),
                  new Band(
                      "Low", "7 %", "less than once in six months", LONGER, "16–30 %", LONGER))),
          new Year(
              2022,
              "State of DevOps 2022, from secondary copies",
              "Three clusters, and no Elite.",
              List.of(
                  new Band("High", "11 %", ON_DEMAND, WEEK, "0–15 %", DAY),
                  new Band("Medium", "69 %", WEEK_TO_MONTH, MONTH, "16–30 %", WEEK),
                  new Band("Low", "19 %", MONTH_TO_HALF_YEAR, HALF_YEAR, "46–60 %", MONTH))),
          new Year(
              2023,
              "State of DevOps 2023, from secondary copies",
              "Low is not slower than Medium. Copies disagree on its share (17 or 18 %) and on its"
                  + " recovery (one to six months, or more than six).",
              List.of(
                  new Band("Elite", "18 %", ON_DEMAND, DAY, "5 %", HOUR),
                  new Band("High", "31 %", DAY_TO_WEEK, WEEK, "10 %", DAY),
                  new Band("Medium", "33 %", WEEK_TO_MONTH, MONTH, "15 %", WEEK),
                  new Band("Low", "17–18 %", WEEK_TO_MONTH, MONTH, "64 %", HALF_YEAR))),
          new Year(
              2024,
              "State of DevOps 2024, from secondary copies",
              "High fails more often than Medium.",
              List.of(
                  new Band("Elite", "19 %", ON_DEMAND, DAY, "5 %", HOUR),
                  new Band("High", "22 %", DAY_TO_WEEK, WEEK, "20 %", DAY),
                  new Band("Medium", "35 %", WEEK_TO_MONTH, MONTH, "10 %", DAY),
                  new Band("Low", "25 %", MONTH_TO_HALF_YEAR, HALF_YEAR, "40 %", MONTH))),
          new Year(
              2025,
              "State of AI-assisted Software Development 2025, from secondary copies; means from the"
                  + " data of DORA's Quick Check",
              "No bands: seven profiles (foundational challenges 10 %, legacy bottleneck 11 %,"
                  + " constrained by process 17 %, high impact with low cadence 7 %, stable and"
                  + " methodical 15 %, pragmatic performers 20 %, harmonious high-achievers 20 %).",
              List.of()));

  private static final Map<Measure, String> MEANS =
      Map.of(
          Measure.DEPLOYMENT_FREQUENCY,
          "in 2024 5.3 (SD 2.9) and in 2025 4.8 (2.8) of 10, where 4 is once a week to once a month"
              + " and 6 once a day to once a week",
          Measure.LEAD_TIME,
          "in 2024 5.1 (SD 2.6) and in 2025 5.5 (2.4) of 10, where 4 is a week to a month and 6 a"
              + " day to a week",
          Measure.RECOVERY_TIME,
          "in 2024 7.5 (SD 2.3) and in 2025 7.4 (2.1) of 10, where 6 is a day to a week and 8 less"
              + " than a day",
          Measure.CHANGE_FAIL_RATE,
          "in 2024 17 % (SD 20 points) and in 2025 19 % (21)",
          Measure.REWORK_RATE,
          "in 2025 22 % (SD 22 points)");

  /** The mean answers of all industries, as a part of a sentence; null where nobody asked. */
  public static String means(Measure measure) {
    return MEANS.get(measure);
  }

  /**
   * The answer of DORA's questionnaire that a measured value would have been, since 2019 the same;
   * null where there is none: rates of failure and rework are typed in as a number today.
   *
   * @param value in the unit of the measure
   */
  public static String answer(Measure measure, double value) {
    return switch (measure) {
      case DEPLOYMENT_FREQUENCY -> frequency(value);
      case LEAD_TIME, RECOVERY_TIME -> duration(value);
      default -> null;
    };
  }

  /** A month is a twelfth of 365.25 days. */
  private static String frequency(double perDay) {
    double month = 365.25 / 12;
    if (perDay > 24) return ON_DEMAND;
    if (perDay > 1) return "once an hour to once a day, or on demand: records cannot tell which";
    if (perDay >= 1 / 7.0) return DAY_TO_WEEK;
    if (perDay >= 1 / month) return WEEK_TO_MONTH;
    return perDay >= 1 / (6 * month) ? MONTH_TO_HALF_YEAR : "less than once in six months";
  }

  private static String duration(double seconds) {
    double day = 86_400;
    double month = 365.25 / 12 * day;
    if (seconds < 3600) return HOUR;
    if (seconds < day) return DAY;
    if (seconds < 7 * day) return WEEK;
    if (seconds < month) return MONTH;
    return seconds < 6 * month ? HALF_YEAR : LONGER;
  }
}
