package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What kinds of records come at all. Without a source, "none happened" cannot be told from "nobody
 * said".
 *
 * @param firstAt when the first known deployment ended; null when none is known
 * @param services that ever brought something into production
 */
record Sources(
    Instant firstAt,
    Set<String> services,
    boolean incidents,
    boolean responders,
    boolean rework,
    boolean triggers,
    boolean manual) {

  static Sources of(Ledger ledger) {
    var all = ledger.production();
    var events = ledger.events();
    return new Sources(
        all.stream().map(Judged::at).min(Instant::compareTo).orElse(null),
        all.stream()
            .map(one -> one.deployment().service())
            .collect(Collectors.toCollection(TreeSet::new)),
        !events.incidents().isEmpty(),
        events.incidents().stream().anyMatch(one -> !one.responders().isEmpty()),
        all.stream().anyMatch(Judged::rework),
        all.stream().anyMatch(Judged::saysTrigger),
        all.stream().anyMatch(one -> one.manual() != null));
  }
}
