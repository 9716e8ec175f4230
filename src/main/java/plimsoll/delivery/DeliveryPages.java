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
import java.time.ZoneId;
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
import plimsoll.delivery.metric.DoraReports;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Window;

/** Delivery for people: the figures, what each is made of, and where they come from. */
@Controller
@RequestScoped
@Path("delivery")
public class DeliveryPages {
  private static final int MONTHS_MAX = 13;

  @Inject DeliveryRecords records;
  @Inject Provenance provenance;
  @Inject DeliveredEvents events;
  @Inject Inbox inbox;
  @Inject Models models;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  /** The five figures of every team in one month, by its own calendar. */
  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("delivery/delivery.html")
  @Looked("delivery figures")
  public void overview(@QueryParam("month") String wanted) {
    var months = months(records.zone());
    models.put("months", months);
    models.put("words", new FigureWords());
    models.put("address", address + "api/v1/deliveries/plimsoll");
    if (!months.isEmpty()) {
      var month = wanted == null ? months.get(0) : FigureQuery.month(wanted);
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
    var own = records.ownership(clock.instant()).zoneOf(team);
    var zone = own == null ? records.zone() : own;
    var months = months(zone);
    var rows = months.isEmpty() ? List.<Row>of() : rows(team, zone, months);
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
      @QueryParam("month") String month,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("service") String service,
      @QueryParam("only") String only,
      @QueryParam("page") Integer page) {
    var measure = Measure.of(slug).orElseThrow(() -> Refusal.notFound("figure"));
    var query = new FigureQuery(stated(month), stated(from), stated(to));
    var figure = provenance.of(team, measure, query, stated(service), "counted".equals(only), page);
    models.put("figure", figure);
    models.put("metric", figure.metric());
    models.put("measure", measure);
    models.put("words", new FigureWords());
    models.put("rules", RuleRow.of(figure.metric()));
    models.put("reports", DoraReports.ALL);
    models.put("means", DoraReports.means(measure));
  }

  /** A form that was left empty states nothing. */
  private static String stated(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * @param team key for the address
   */
  public record Row(String team, String name, YearMonth month, Figures figures) {}

  private List<Row> rows(Window window) {
    var ledger = records.nameless(window);
    var month = YearMonth.from(window.day(window.from()));
    var rows = new ArrayList<Row>();
    rows.add(
        new Row(
            Provenance.ORGANISATION,
            "Organisation",
            month,
            DeliveryReport.of(ledger, null, window)));
    var ownership = records.ownership(clock.instant());
    for (var team : new TreeSet<>(ownership.teams())) {
      var its = window.in(ownership.zoneOf(team));
      rows.add(new Row(team, team, month, DeliveryReport.of(ledger, team, its)));
    }
    return rows;
  }

  private List<Row> rows(String team, ZoneId zone, List<YearMonth> months) {
    var first = months.get(months.size() - 1).atDay(1).atStartOfDay(records.zone()).toInstant();
    var last = months.get(0).plusMonths(1).atDay(1).atStartOfDay(records.zone()).toInstant();
    var ledger = records.nameless(new Window(first, last, records.zone()));
    var key = Provenance.key(provenance.known(team, ledger));
    return months.stream()
        .map(
            month ->
                new Row(
                    team,
                    team,
                    month,
                    DeliveryReport.of(ledger, key, Window.month(month, records.zone()).in(zone))))
        .toList();
  }

  /** The months with events in the calendar of a zone, newest first, at most 13. */
  private List<YearMonth> months(ZoneId zone) {
    inbox.drain();
    var span = events.span();
    return span == null
        ? List.of()
        : Stream.iterate(monthOf(span.last(), zone), month -> month.minusMonths(1))
            .limit(MONTHS_MAX)
            .takeWhile(month -> !month.isBefore(monthOf(span.first(), zone)))
            .toList();
  }

  private static YearMonth monthOf(Instant at, ZoneId zone) {
    return YearMonth.from(at.atZone(zone));
  }
}
