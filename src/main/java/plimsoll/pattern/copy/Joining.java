package plimsoll.pattern.copy;

import java.util.List;

/** Joins the files of one part that are copies of each other across teams. */
final class Joining {
  private final List<Filed> all;
  private final List<Kind> kinds;
  private final Forest forest;
  private final Forest same;

  Joining(List<Filed> all, List<Kind> kinds, Forest forest) {
    this.all = all;
    this.kinds = kinds;
    this.forest = forest;
    this.same = new Forest(kinds.size());
  }

  void join() {
    kinds.stream()
        .filter(kind -> kind.imprint().shared().isEmpty())
        .forEach(kind -> join(kind, kind));
    Near.pairs(kinds.stream().map(Kind::imprint).toList(), this::compare);
  }

  private void compare(int one, int other) {
    var a = kinds.get(one);
    var b = kinds.get(other);
    if (a.sameTeam(b) || same.joined(one, other) || !copies(a.imprint(), b.imprint())) return;
    join(a, b);
    if (hangsTogether(a) && hangsTogether(b)) same.join(one, other);
  }

  private static boolean copies(Imprint a, Imprint b) {
    return a.mayReach(Copies.COPY - 1e-9, b) && !a.sharesWith(b) && Copies.copy(a.similarity(b));
  }

  /** Whether its files are in one group as soon as one of them is a copy of another kind's. */
  private static boolean hangsTogether(Kind kind) {
    return kind.team() != null || kind.imprint().shared().isEmpty();
  }

  /** Each file with one of the other kind that is of another team. */
  private void join(Kind a, Kind b) {
    for (int file : a.files()) joinWithAnother(file, b);
    for (int file : b.files()) joinWithAnother(file, a);
  }

  private void joinWithAnother(int file, Kind kind) {
    String team = all.get(file).team();
    for (int other : kind.files()) {
      if (!all.get(other).team().equals(team)) {
        forest.join(file, other);
        return;
      }
    }
  }
}
