package plimsoll.delivery.metric;

import static plimsoll.delivery.metric.Outline.any;

import java.time.Instant;
import java.util.Objects;
import plimsoll.delivery.metric.Outline.Told;

/**
 * What kinds of records come at all. Without a source, "none happened" cannot be told from "nobody
 * said".
 *
 * @param firstAt when the first known deployment ended; null when none is known
 */
record Sources(
    Instant firstAt,
    boolean incidents,
    boolean responders,
    boolean rework,
    boolean triggers,
    boolean manual,
    boolean via,
    boolean requests,
    boolean claims) {

  static Sources of(Ledger ledger) {
    var outlines = ledger.outlines();
    var events = ledger.events();
    return new Sources(
        outlines.stream()
            .map(Outline::first)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        any(outlines, Told.INCIDENTS),
        any(outlines, Told.RESPONDERS),
        any(outlines, Told.REWORK),
        any(outlines, Told.TRIGGERS),
        any(outlines, Told.MANUAL),
        any(outlines, Told.VIA),
        events.tickets().stream().anyMatch(Requests::asks),
        !events.claims().isEmpty());
  }
}
