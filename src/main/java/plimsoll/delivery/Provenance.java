package plimsoll.delivery;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import plimsoll.access.Refusal;
import plimsoll.delivery.metric.DeliveryReport;
import plimsoll.delivery.metric.DoraReports;
import plimsoll.delivery.metric.Evidence;
import plimsoll.delivery.metric.Ledger;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Metric;
import plimsoll.delivery.metric.Slice;
import plimsoll.delivery.metric.Window;

/** What a figure is made of, for the page and for clients. */
@ApplicationScoped
public class Provenance {
  static final String ORGANISATION = "organisation";
  private static final int ROWS = 100;

  @Inject DeliveryRecords records;
  @Inject DeliveredEvents events;
  @Inject Clock clock;

  /**
   * @param team its key, or "organisation"
   * @param service key of one service; null for all
   * @param onlyCounted lists only the records that count
   * @param page from 1 on; null for the first
   */
  FigureView of(
      String team,
      Measure measure,
      FigureQuery query,
      String service,
      boolean onlyCounted,
      Integer page) {
    var window = query.window(zone(team), latestMonth());
    var ledger = records.ledger(window);
    var slice = slice(known(team, ledger), service, ledger, window);
    var found = Evidence.of(measure, slice, ledger.events().asOf());
    var metric = metric(measure, team, slice, ledger);
    var settled = window.to().plus(DeliveryReport.SETTLES);
    boolean provisional = clock.instant().isBefore(settled);
    var listed = onlyCounted ? found.stream().filter(Evidence::counts).toList() : found;
    int pages = Math.max(1, (listed.size() + ROWS - 1) / ROWS);
    int shown = page == null ? 1 : Math.max(1, Math.min(page, pages));
    return new FigureView(
        team,
        service,
        measure,
        window.day(window.from()),
        window.day(window.to().minusNanos(1)).plusDays(1),
        window.zone().getId(),
        window.day(settled),
        provisional,
        provisional ? null : late(team, measure, service, found, window, settled),
        metric,
        metric.value() == null ? null : DoraReports.answer(measure, metric.value()),
        services(measure, ledger, ledger.slice(key(team), window)),
        found.size(),
        (int) found.stream().filter(Evidence::counts).count(),
        onlyCounted,
        listed.subList(ROWS * (shown - 1), Math.min(listed.size(), ROWS * shown)),
        shown,
        pages);
  }

  private ZoneId zone(String team) {
    var own = records.ownership(clock.instant()).zoneOf(team);
    return own == null ? records.zone() : own;
  }

  private YearMonth latestMonth() {
    var span = events.span();
    var at = span == null ? clock.instant() : span.last();
    return YearMonth.from(at.atZone(records.zone()));
  }

  private static Slice slice(String team, String service, Ledger ledger, Window window) {
    var slice = ledger.slice(key(team), window);
    return service == null ? slice : slice.of(service);
  }

  private static Metric metric(Measure measure, String team, Slice slice, Ledger ledger) {
    return DeliveryReport.of(ledger, slice, ledger.everDeployed(key(team))).of(measure);
  }

  private static List<FigureView.OfService> services(Measure measure, Ledger ledger, Slice slice) {
    return measure.ofServices()
        ? DeliveryReport.ofServices(ledger, slice, measure).entrySet().stream()
            .map(one -> new FigureView.OfService(one.getKey(), one.getValue()))
            .toList()
        : List.of();
  }

  /** What is there now and was not when the figure became final. */
  private FigureView.Late late(
      String team,
      Measure measure,
      String service,
      List<Evidence> now,
      Window window,
      Instant settled) {
    if (!events.cameAfter(settled, window)) {
      return null;
    }
    var ledger = records.ledger(window, settled);
    var slice = slice(team, service, ledger, window);
    var then =
        Evidence.of(measure, slice, ledger.events().asOf()).stream()
            .map(Provenance::told)
            .collect(toSet());
    int count = (int) now.stream().filter(one -> !then.contains(told(one))).count();
    return count == 0 ? null : new FigureView.Late(count, metric(measure, team, slice, ledger));
  }

  /** What a record says of a figure; of its time no more than a second. */
  private static String told(Evidence one) {
    var value = one.value() == null ? "" : String.valueOf(Math.round(one.value()));
    return one.event() + ' ' + one.counts() + ' ' + value;
  }

  String known(String team, Ledger ledger) {
    boolean known =
        team.equals(ORGANISATION)
            || records.ownership(clock.instant()).teams().contains(team)
            || ledger.production().stream().anyMatch(one -> team.equals(one.team()));
    if (!known) throw Refusal.notFound("team");
    return team;
  }

  static String key(String team) {
    return team.equals(ORGANISATION) ? null : team;
  }
}
