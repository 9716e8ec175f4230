package plimsoll.readiness;

/**
 * What machine records say of one team and one criterion, as a count in the direction of need:
 * deployments that waited for a ticket of another team, incidents that the owners took no part in.
 *
 * @param team its key in the catalog
 * @param criterion one of D1 to D4, P2 and P3
 * @param hits how many of the trials show the need; a share that is no count (waiting time over
 *     lead time) comes as share × trials, so it need not be whole
 * @param trials how many there were, 0 or more
 * @param methodError standard deviation of what the proxy misses, in points of 0 to 100; null for
 *     the usual 10
 */
public record Recorded(
    String team, Criterion criterion, double hits, double trials, Double methodError) {

  public Recorded {
    BadCase.unless(team != null && criterion != null, "a record needs a team and a criterion");
    BadCase.unless(
        Double.isFinite(trials) && trials >= 0,
        "%s of %s: trials must be 0 or more",
        criterion,
        team);
    BadCase.unless(
        Double.isFinite(hits) && hits >= 0 && hits <= trials,
        "%s of %s: hits must lie between 0 and the trials",
        criterion,
        team);
    BadCase.unless(
        methodError == null || (Double.isFinite(methodError) && methodError >= 0),
        "%s of %s: the method error must be 0 or more",
        criterion,
        team);
  }

  public static Recorded of(String team, Criterion criterion, double hits, double trials) {
    return new Recorded(team, criterion, hits, trials, null);
  }
}
