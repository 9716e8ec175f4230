package plimsoll.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import plimsoll.statistics.Proportion;

/**
 * How claims fare, each as a share of all of which it is known.
 *
 * @param selfServed asked for by machine and served without a person
 * @param quick ready within 15 minutes without a person
 * @param stalled refused, or idle for more than a working day
 * @param excluded how many were left out because their times contradict each other
 */
public record ClaimShares(
    Proportion selfServed, Proportion quick, Proportion stalled, int excluded) {
  private static final double CONTRADICTORY_MAX = 0.02;

  /**
   * @param claims of the span, tickets for the same capabilities among them
   * @param asOf the data cut
   * @param zone whose calendar says which days are worked
   */
  public static ClaimShares of(Collection<Claim> claims, Instant asOf, ZoneId zone) {
    var sound = claims.stream().filter(one -> !one.contradictory(asOf)).toList();
    return new ClaimShares(
        share(sound, Claim::selfServed),
        share(sound, one -> one.quick(asOf)),
        share(sound, one -> one.stalled(asOf, zone)),
        claims.size() - sound.size());
  }

  /** More than one in fifty contradicts itself, so none of the shares is to be trusted. */
  public boolean blocked() {
    return excluded > CONTRADICTORY_MAX * (excluded + selfServed.trials());
  }

  private static Proportion share(Collection<Claim> claims, Function<Claim, Boolean> holds) {
    var known = claims.stream().map(holds).filter(Objects::nonNull).toList();
    return new Proportion((int) known.stream().filter(each -> each).count(), known.size());
  }
}
