package plimsoll.platform;

import java.util.Collection;
import java.util.function.Predicate;
import plimsoll.statistics.Proportion;

/**
 * How much of what runs in production a developer portal knows (measurement 3.5). The services are
 * those that run, not those that the portal lists, so what it does not know lowers it.
 *
 * @param described has a component there
 * @param owned its owner is a team that stands
 * @param staged says its lifecycle
 * @param located says where its source lies
 * @param covered all four of these
 * @param documented has documentation there
 * @param interfaces provides an API there
 * @param templated says which template it came from
 */
public record PortalCoverage(
    Proportion described,
    Proportion owned,
    Proportion staged,
    Proportion located,
    Proportion covered,
    Proportion documented,
    Proportion interfaces,
    Proportion templated) {

  /** One service that runs in production. */
  public record Shown(
      boolean described,
      boolean owned,
      boolean staged,
      boolean located,
      boolean documented,
      boolean interfaces,
      boolean templated) {

    boolean covered() {
      return described && owned && staged && located;
    }
  }

  public static PortalCoverage of(Collection<Shown> running) {
    return new PortalCoverage(
        share(running, Shown::described),
        share(running, one -> one.described() && one.owned()),
        share(running, one -> one.described() && one.staged()),
        share(running, one -> one.described() && one.located()),
        share(running, Shown::covered),
        share(running, Shown::documented),
        share(running, Shown::interfaces),
        share(running, Shown::templated));
  }

  private static Proportion share(Collection<Shown> running, Predicate<Shown> holds) {
    return new Proportion((int) running.stream().filter(holds).count(), running.size());
  }
}
