package plimsoll.readiness;

/**
 * One change of the input, to see what it would do.
 *
 * @param criterion whose need moves; null for none
 * @param by how far, in points
 * @param spread by what its uncertainty is multiplied
 * @param consistent how many teams more are consistent
 * @param divergence how much more the patterns diverge
 * @param owning how many teams own production services instead; null for no change
 */
record Change(
    Criterion criterion,
    double by,
    double spread,
    int consistent,
    double divergence,
    Integer owning) {

  static final Change NONE = new Change(null, 0, 1, 0, 0, null);

  static Change need(Criterion criterion, double by) {
    return new Change(criterion, by, 1, 0, 0, null);
  }

  static Change certainty(Criterion criterion) {
    return new Change(criterion, 0, 0.5, 0, 0, null);
  }

  static Change consistent(int by) {
    return new Change(null, 0, 1, by, 0, null);
  }

  static Change divergence(double by) {
    return new Change(null, 0, 1, 0, by, null);
  }

  static Change owning(int teams) {
    return new Change(null, 0, 1, 0, 0, teams);
  }
}
