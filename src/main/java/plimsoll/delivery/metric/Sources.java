package plimsoll.delivery.metric;

import java.time.Instant;

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
    var all = ledger.production();
    var events = ledger.events();
    return new Sources(
        all.stream().map(Judged::at).min(Instant::compareTo).orElse(null),
        !events.incidents().isEmpty(),
        events.incidents().stream().anyMatch(one -> !one.responders().isEmpty()),
        all.stream().anyMatch(Judged::rework),
        all.stream().anyMatch(Judged::saysTrigger),
        all.stream().anyMatch(one -> one.manual() != null),
        all.stream().anyMatch(one -> one.deployment().via() != null),
        events.tickets().stream().anyMatch(Requests::asks),
        !events.claims().isEmpty());
  }
}
