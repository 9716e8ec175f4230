package plimsoll.disclosure;

import java.util.List;

/** What was shown before, as far as it bears on what may be shown now. */
public interface Past {

  /** Nothing was shown before. */
  Past NONE =
      new Past() {
        @Override
        public boolean hardlyChanged(Node node, List<Node> teams) {
          return false;
        }

        @Override
        public boolean withheld(String id) {
          return false;
        }
      };

  /**
   * Whether so few people joined or left since they, or nearly the same people, were shown that the
   * difference would tell of one of them ({@link Rosters}).
   *
   * @param node whose people these are, or whose rest
   * @param teams the teams in which these people are
   */
  boolean hardlyChanged(Node node, List<Node> teams);

  /**
   * Whether a node was withheld in the last reading: it goes first, so that fewer places change.
   */
  boolean withheld(String id);
}
