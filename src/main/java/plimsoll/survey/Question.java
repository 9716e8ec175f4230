package plimsoll.survey;

import java.util.Optional;

/** One thing that is asked. Its id never changes its words: new words are a new id. */
public sealed interface Question {

  /** Such as "D1a"; unique within a survey. */
  String id();

  Text wording();

  /** Empty where the answer cannot be read as this kind; then {@link #expects} says what could. */
  Optional<Answer> read(Object value);

  /** What an answer must be, to be read after "must be ". */
  String expects();

  /**
   * A choice of one point of a scale.
   *
   * @param construct what it speaks to; null where it is read on its own
   * @param direction whether a higher point is more need, less need, or neither
   */
  record Rating(String id, Text wording, Scale scale, Direction direction, String construct)
      implements Question {

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof Integer point && scale.has(point)
          ? Optional.of(new Answer.Point(point))
          : Optional.empty();
    }

    @Override
    public String expects() {
      return "a whole number from "
          + scale.lowest()
          + " to "
          + scale.highest()
          + ", or \""
          + Answer.NO_BASIS
          + "\"";
    }
  }

  /** A question for yes or no, mostly to ask further only whom it concerns. */
  record YesNo(String id, Text wording) implements Question {

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof Boolean yes ? Optional.of(new Answer.Choice(yes)) : Optional.empty();
    }

    @Override
    public String expects() {
      return "true, false, or \"" + Answer.NO_BASIS + "\"";
    }
  }

  /**
   * A question for one's own words.
   *
   * @param hint what to mind when writing
   * @param longest characters (UTF-16 units) at most
   */
  record OpenText(String id, Text wording, Text hint, int longest) implements Question {

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof String words && words.length() <= longest
          ? Optional.of(new Answer.Words(words))
          : Optional.empty();
    }

    @Override
    public String expects() {
      return "text of at most " + longest + " characters";
    }
  }

  /** How a higher point reads. */
  enum Direction {
    /** More need, or heavier load. */
    MORE_NEED,
    /** Less need: the item states the good practice. */
    LESS_NEED,
    /** Not scored as a need. */
    NONE
  }
}
