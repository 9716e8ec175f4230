package plimsoll.product;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import plimsoll.roadmap.Bet;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Outcome;
import plimsoll.roadmap.Outcome.Kind;
import plimsoll.roadmap.Telling;

/**
 * Whether what was accepted helped, as far as the readings up to one can tell.
 *
 * @param dueOn the first reading from this day on tells
 * @param finding null before that
 * @param telling the same in plain sentences
 * @param estimate points by which the score changed more in the teams that took it on; below 0 is
 *     relief; null where nothing could be compared
 * @param low lower end of its 90 % interval; null where it has none
 * @param high its upper end; likewise
 * @param p probability of an effect as large, either way, if it did nothing; null likewise
 * @param smallestP the smallest that p could be with so many teams
 * @param parallel whether the teams moved alike before; null where that cannot be known
 * @param inUse how many of its teams use it; null where nobody said
 * @param groups mean scores of those that took it on, of the others, and of those as high
 * @param conclusions what was decided when it was checked, in the order of time
 * @param undecided true when it is due and nobody decided yet whether to stop, change or continue
 */
public record Check(
    LocalDate dueOn,
    Finding finding,
    Telling telling,
    Double estimate,
    Double low,
    Double high,
    @Schema(minimum = "0", maximum = "1") Double p,
    double smallestP,
    Boolean parallel,
    Integer inUse,
    List<Group> groups,
    List<Concluded> conclusions,
    boolean undecided) {

  /** Mean scores; see {@link Outcome.Group}. */
  public record Group(Kind kind, List<String> teams, Double before, Double after, Double change) {
    static Group of(Outcome.Group group) {
      return new Group(
          group.kind(),
          group.teams(),
          tenth(group.before()),
          tenth(group.after()),
          tenth(group.change()));
    }
  }

  /**
   * One decision with what was found then.
   *
   * @param reading that it stands on
   */
  public record Concluded(
      Course course,
      String by,
      LocalDate on,
      String note,
      LocalDate checkOn,
      Finding finding,
      Double estimate,
      Double low,
      Double high,
      Double p,
      UUID reading) {}

  static Check of(Bet bet, Outcome outcome, Integer inUse, List<Conclusion> conclusions) {
    var effect = outcome.effect();
    return new Check(
        bet.checkOn(),
        outcome.finding(),
        Telling.of(bet, outcome, inUse),
        effect == null ? null : tenth(effect.estimate()),
        effect == null ? null : tenth(effect.low()),
        effect == null ? null : tenth(effect.high()),
        outcome.p(),
        outcome.smallestP(),
        outcome.parallel(),
        inUse,
        outcome.groups().stream().map(Group::of).toList(),
        conclusions.stream().map(Conclusion::shown).toList(),
        !outcome.early()
            && conclusions.stream().noneMatch(one -> one.dueOn().equals(bet.checkOn())));
  }

  /** True where the check is still to come. */
  public boolean early() {
    return finding == null;
  }

  /** JSON has no infinite numbers. */
  static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  private static Double tenth(Double value) {
    return value == null || value.isInfinite() ? null : (Double) (Math.round(value * 10) / 10.0);
  }
}
