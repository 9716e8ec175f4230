package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.catalog.Services;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Folio;
import plimsoll.delivery.metric.Judging;
import plimsoll.delivery.metric.Ledger;
import plimsoll.delivery.metric.Outline;
import plimsoll.delivery.metric.Ownership;
import plimsoll.delivery.metric.Staleness;
import plimsoll.delivery.metric.Touch;
import plimsoll.delivery.metric.Window;

/**
 * Keeps what was judged true to the events, step by step, each in a transaction of its own, also
 * where the one who asks is in a long one. What is to be done is locked, so that two nodes never
 * work on the same; what is said meanwhile is left for the next time.
 */
@ApplicationScoped
@Transactional
class Books {
  private static final int TOUCHES = 500;
  private static final int SERVICES = 200;

  /** So many weeks of services are judged at once at most, so that memory stays small. */
  private static final int WEEKS = 1000;

  private static final Duration ZONES_DIFFER = Duration.ofDays(2);
  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

  @Inject EventArchive archive;
  @Inject Folios folios;
  @Inject Touches touches;
  @Inject Services catalog;

  /** What other editions of the rules judged is to be judged anew. */
  @Transactional(TxType.REQUIRES_NEW)
  void startOver() {
    touches.markAll(folios.ofOtherEditions());
  }

  /**
   * Finds out for some of what was said of events which services it concerns.
   *
   * @return false when nothing was left
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean spread() {
    var some = touches.lockSome(TOUCHES);
    var weeks = Staleness.of(some.stream().map(Touches.Kept::touch).toList(), archive, folios);
    var stale = new ArrayList<Touch>();
    weeks.forEach((service, week) -> stale.add(Touch.of(service, Folio.start(week))));
    touches.keep(stale);
    touches.remove(some);
    return !some.isEmpty();
  }

  /**
   * Judges some services anew.
   *
   * @param now by which it is told how much there is to judge, no more
   * @return false when nothing was left
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean judge(Instant now) {
    var some = touches.lock(some(now));
    var byWeek = new HashMap<LocalDate, List<String>>();
    weeks(some)
        .forEach(
            (service, week) -> byWeek.computeIfAbsent(week, w -> new ArrayList<>()).add(service));
    byWeek.forEach(
        (week, services) -> folios.replace(services, week, judged(services, week, ALWAYS)));
    touches.remove(some);
    return !some.isEmpty();
  }

  private List<Folio> judged(Collection<String> services, LocalDate week, Instant asOf) {
    return Judging.of(
        archive, services, week, folios.brought(services), new ServicePaths(catalog.parts()), asOf);
  }

  /** The first week that does not hold, by service. */
  private static Map<String, LocalDate> weeks(List<Touches.Kept> touches) {
    return touches.stream()
        .map(Touches.Kept::touch)
        .collect(
            toMap(
                Touch::scope,
                one -> Folio.weekOf(one.at()),
                (a, b) -> a.isBefore(b) ? a : b,
                TreeMap::new));
  }

  private List<String> some(Instant now) {
    var services = new ArrayList<String>();
    long weeks = 0;
    for (var one : weeks(touches.ofServices()).entrySet()) {
      weeks += 1 + Math.max(0, Duration.between(Folio.start(one.getValue()), now).toDays() / 7);
      if (!services.isEmpty() && (weeks > WEEKS || services.size() == SERVICES)) break;
      services.add(one.getKey());
    }
    return services;
  }

  /**
   * What was judged that a window needs, as it was at a data cut.
   *
   * @param asked the data cut, and what was asked of others until then
   * @param names true where the names of single records are needed too
   */
  Ledger ledger(Window window, Events asked, Ownership ownership, boolean names) {
    // A team may count its days by another calendar than that of the window.
    var from = Folio.weekOf(window.from().minus(ZONES_DIFFER));
    var to = Folio.weekOf(window.to().plus(ZONES_DIFFER));
    var changed = folios.changedBy(asked.asOf());
    var anew = anew(changed, asked.asOf());
    var all = new ArrayList<>(folios.read(from, to, names));
    all.removeIf(one -> !holds(one.service(), one.week(), changed));
    anew.stream()
        .filter(one -> !one.week().isBefore(from) && !one.week().isAfter(to))
        .forEach(all::add);
    var outlines = new ArrayList<>(folios.outlines());
    outlines.removeIf(one -> !holds(one.service(), one.week(), changed));
    anew.forEach(one -> outlines.add(Outline.of(one)));
    return Ledger.of(all, outlines, asked, ownership);
  }

  private static boolean holds(String service, LocalDate week, Map<String, LocalDate> changed) {
    var first = changed.get(service);
    return first == null || week.isBefore(first);
  }

  private List<Folio> anew(Map<String, LocalDate> changed, Instant asOf) {
    var anew = new ArrayList<Folio>();
    changed.keySet().stream()
        .filter(service -> !Folio.start(changed.get(service)).isAfter(asOf))
        .collect(groupingBy(changed::get))
        .forEach(
            (week, services) ->
                chunks(services).forEach(chunk -> anew.addAll(judged(chunk, week, asOf))));
    return anew;
  }

  private static List<List<String>> chunks(List<String> all) {
    var chunks = new ArrayList<List<String>>();
    for (int i = 0; i < all.size(); i += SERVICES) {
      chunks.add(all.subList(i, Math.min(all.size(), i + SERVICES)));
    }
    return chunks;
  }
}
