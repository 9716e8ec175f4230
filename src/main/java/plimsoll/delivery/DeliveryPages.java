package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.metric.DeliveryFigures.Figures;
import plimsoll.delivery.metric.DeliveryReport;
import plimsoll.delivery.metric.Evidence;
import plimsoll.delivery.metric.Ledger;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Window;

/** Delivery for people: the figures, what each is made of, and where they come from. */
@Controller
@RequestScoped
@Path("delivery")
public class DeliveryPages {
  private static final String ORGANISATION = "organisation";
  private static final int MONTHS_MAX = 13;
  private static final int ROWS_MAX = 500;

  @Inject DeliveryRecords records;
  @Inject DeliveredEvents events;
  @Inject Models models;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  /** The five figures of every team in one month. */
  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("delivery/delivery.html")
  @Looked("delivery figures")
  public void overview(@QueryParam("month") String wanted) {
    var months = months();
    models.put("months", months);
    models.put("words", new FigureWords());
    models.put("address", address + "api/v1/deliveries/plimsoll");
    if (!months.isEmpty()) {
      var month = wanted == null ? months.get(0) : month(wanted);
      models.put("month", month);
      models.put("measures", List.of(Measure.values()).subList(0, 5));
      models.put("rows", rows(Window.month(month, records.zone())));
    }
  }

  /** One team, month by month. */
  @GET
  @Path("{team}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("delivery/team.html")
  @Looked("a team's delivery figures")
  public void team(@PathParam("team") String team) {
    var months = months();
    var rows = months.isEmpty() ? List.<Row>of() : rows(team, months);
    models.put("team", team);
    models.put("words", new FigureWords());
    models.put("measures", List.of(Measure.values()));
    models.put("rows", rows);
  }

  /** What a figure is made of. */
  @GET
  @Path("{team}/{measure}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("delivery/figure.html")
  @Looked("a team's delivery figure")
  public void figure(
      @PathParam("team") String team,
      @PathParam("measure") String slug,
      @QueryParam("month") String wanted) {
    var measure = Measure.of(slug).orElseThrow(() -> Refusal.notFound("figure"));
    var months = months();
    var month = wanted != null ? month(wanted) : months.isEmpty() ? thisMonth() : months.get(0);
    var window = Window.month(month, records.zone());
    var ledger = records.ledger(window);
    var evidence =
        Evidence.of(
            measure, ledger.slice(key(known(team, ledger)), window), ledger.events().asOf());
    models.put("team", team);
    models.put("words", new FigureWords());
    models.put("month", month);
    models.put("measure", measure);
    models.put("metric", DeliveryReport.of(ledger, key(team), window).metrics().of(measure));
    models.put("evidence", evidence.subList(0, Math.min(ROWS_MAX, evidence.size())));
    models.put("records", evidence.size());
  }

  /**
   * @param team key for the address
   */
  public record Row(String team, String name, YearMonth month, Figures figures) {}

  private List<Row> rows(Window window) {
    var ledger = records.ledger(window);
    var month = YearMonth.from(window.day(window.from()));
    var rows = new ArrayList<Row>();
    rows.add(new Row(ORGANISATION, "Organisation", month, DeliveryReport.of(ledger, null, window)));
    for (var team : new TreeSet<>(records.ownership(clock.instant()).teams())) {
      rows.add(new Row(team, team, month, DeliveryReport.of(ledger, team, window)));
    }
    return rows;
  }

  private List<Row> rows(String team, List<YearMonth> months) {
    var first = months.get(months.size() - 1).atDay(1).atStartOfDay(records.zone()).toInstant();
    var last = months.get(0).plusMonths(1).atDay(1).atStartOfDay(records.zone()).toInstant();
    var ledger = records.ledger(new Window(first, last, records.zone()));
    var key = key(known(team, ledger));
    return months.stream()
        .map(
            month ->
                new Row(
                    team,
                    team,
                    month,
                    DeliveryReport.of(ledger, key, Window.month(month, records.zone()))))
        .toList();
  }

  /** The months with events, newest first, at most 13. */
  private List<YearMonth> months() {
    var span = events.span();
    return span == null
        ? List.of()
        : Stream.iterate(monthOf(span.last()), month -> month.minusMonths(1))
            .limit(MONTHS_MAX)
            .takeWhile(month -> !month.isBefore(monthOf(span.first())))
            .toList();
  }

  private YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atZone(records.zone()));
  }

  private YearMonth thisMonth() {
    return monthOf(clock.instant());
  }

  private static YearMonth month(String text) {
    try {
      var month = YearMonth.parse(text);
      if (month.getYear() >= 2000 && month.getYear() < 2200) return month;
    } catch (DateTimeParseException e) {
      // Falls through to the refusal, which names the form that is expected.
    }
    throw Refusal.wrong("month", "A month is written as 2026-03.");
  }

  private String known(String team, Ledger ledger) {
    boolean known =
        team.equals(ORGANISATION)
            || records.ownership(clock.instant()).teams().contains(team)
            || ledger.production().stream().anyMatch(one -> team.equals(one.team()));
    if (!known) throw Refusal.notFound("team");
    return team;
  }

  private static String key(String team) {
    return team.equals(ORGANISATION) ? null : team;
  }
}
