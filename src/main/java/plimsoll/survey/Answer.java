package plimsoll.survey;

/** What somebody answered to one question. */
public sealed interface Answer {
  /** How "No basis to answer" is written where answers are sent and kept. */
  String NO_BASIS = "no-basis";

  /** The form that is sent and kept: a number, a truth value or a string. */
  Object value();

  /** A point of the question's scale. */
  record Point(Integer value) implements Answer {}

  /** Yes or no. */
  record Choice(Boolean value) implements Answer {}

  /** The person cannot know; different from leaving it blank. */
  record NoBasis() implements Answer {
    @Override
    public String value() {
      return NO_BASIS;
    }
  }

  /** Own words. */
  record Words(String value) implements Answer {}
}
