package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.catalog.Services;
import plimsoll.catalog.Teams;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.delivery.metric.DeliveryReport;
import plimsoll.delivery.metric.Ledger;
import plimsoll.delivery.metric.Ownership;
import plimsoll.delivery.metric.Window;

/** Joins events with the owners of services, for readings and for pages. */
@ApplicationScoped
public class DeliveryRecords {
  @Inject DeliveredEvents events;
  @Inject Inbox inbox;
  @Inject Bookkeeping bookkeeping;
  @Inject Books books;
  @Inject Services services;
  @Inject Teams teams;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  String zone;

  /**
   * What a reading's figures are made of.
   *
   * @param months in the order of time
   */
  public record Cut(Ledger ledger, Ownership ownership, List<Window> months) {
    /** What a reading says of delivery, month by month. */
    public DeliveryFigures figures() {
      return DeliveryReport.of(ledger, ownership, months);
    }
  }

  /**
   * Gathers what the figures of a span are made of.
   *
   * @param from the month in which it lies is the first
   * @param to the month in which it lies is the last, unless it is the very first moment of it
   * @param asOf the data cut
   */
  public Cut cut(Instant from, Instant to, Instant asOf) {
    var months = months(from, to);
    var whole = new Window(months.get(0).from(), months.get(months.size() - 1).to(), zone());
    return new Cut(ledger(whole, asOf, false), ownership(asOf), months);
  }

  /** Everything judged in a window, up to now, with the names of all records. */
  Ledger ledger(Window window) {
    return ledger(window, clock.instant(), true);
  }

  /** The same without names, which is much less to read and enough for figures. */
  Ledger nameless(Window window) {
    return ledger(window, clock.instant(), false);
  }

  private Ledger ledger(Window window, Instant asOf, boolean names) {
    inbox.drain();
    bookkeeping.bringUpToDate();
    var asked = new TeamNames(teams.on(asOf)).in(events.asked(window, asOf));
    return books.ledger(window, asked, ownership(asOf), names);
  }

  /**
   * The same from what had come by a moment, which is the data cut too; teams and folders are those
   * of today.
   *
   * @param receivedBy the moment
   */
  Ledger ledger(Window window, Instant receivedBy) {
    var now = clock.instant();
    var known = new TeamNames(teams.on(now)).in(events.in(window, receivedBy, receivedBy));
    return Ledger.of(known, ownership(now), new ServicePaths(services.parts()));
  }

  Ownership ownership(Instant asOf) {
    return new DatedOwnership(services.ownerships(), teams.on(asOf));
  }

  /** Whose calendar cuts days and months, as {@code plimsoll.zone} says. */
  ZoneId zone() {
    return ZoneId.of(zone);
  }

  private List<Window> months(Instant from, Instant to) {
    var first = YearMonth.from(from.atZone(zone()));
    var last = YearMonth.from(to.minusNanos(1).atZone(zone()));
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(month -> Window.month(month, zone()))
        .toList();
  }
}
