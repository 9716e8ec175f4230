package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a folio tells without being opened.
 *
 * @param first when the first deployment of the week reached production; null when none did
 * @param last the same of the last
 * @param told what kinds of records there are in it
 */
public record Outline(String service, LocalDate week, Instant first, Instant last, Set<Told> told) {

  public static Outline of(Folio folio) {
    var all = folio.production();
    var told = EnumSet.noneOf(Told.class);
    for (var one : Told.values()) {
      if (one.in.test(folio)) told.add(one);
    }
    return new Outline(
        folio.service(),
        folio.week(),
        all.isEmpty() ? null : all.get(0).at(),
        all.isEmpty() ? null : all.get(all.size() - 1).at(),
        told);
  }

  boolean tells(Told what) {
    return told.contains(what);
  }

  /** True when a team owned the service when something of it reached production. */
  boolean deployedBy(String team, Ownership ownership) {
    return first != null
        && (team.equals(ownership.teamAt(service, first))
            || team.equals(ownership.teamAt(service, last)));
  }

  /** Kinds of records, so that "none happened" can be told from "nobody said". */
  public enum Told {
    INCIDENTS(folio -> !folio.incidents().isEmpty()),
    RESPONDERS(folio -> folio.incidents().stream().anyMatch(one -> !one.responders().isEmpty())),
    REWORK(folio -> any(folio, Judged::rework)),
    TRIGGERS(folio -> any(folio, Judged::saysTrigger)),
    MANUAL(folio -> any(folio, one -> one.manual() != null)),
    VIA(folio -> any(folio, one -> one.deployment().via() != null));

    private final Predicate<Folio> in;

    Told(Predicate<Folio> in) {
      this.in = in;
    }

    private static boolean any(Folio folio, Predicate<Judged> what) {
      return folio.production().stream().anyMatch(what);
    }
  }

  static boolean any(List<Outline> outlines, Told what) {
    return outlines.stream().anyMatch(one -> one.tells(what));
  }
}
