package plimsoll.survey;

import java.math.BigDecimal;
import java.util.List;

/** What somebody answered to one question. */
public sealed interface Answer {
  /** How "Doesn't apply to me, or I can't know" is written where answers are sent and kept. */
  String NO_BASIS = "no-basis";

  /** How "I prefer not to say" is written where answers are sent and kept. */
  String DECLINED = "prefer-not-to-say";

  /** The form that is sent and kept: a number, a truth value, a string or a list of strings. */
  Object value();

  /** True for what is sent in place of an answer. */
  static boolean isNone(Object value) {
    return NO_BASIS.equals(value) || DECLINED.equals(value);
  }

  /** A point of the question's scale. */
  record Point(Integer value) implements Answer {}

  /** Yes or no. */
  record Choice(Boolean value) implements Answer {}

  /** The key of the one option that was chosen. */
  record Picked(String value) implements Answer {}

  /** The keys of all options that were chosen, in the question's order. */
  record Several(List<String> value) implements Answer {}

  /** The keys of options, the first in rank first; those left out were not ranked. */
  record Ranked(List<String> value) implements Answer {}

  /** A number in the question's unit. */
  record Quantity(BigDecimal value) implements Answer {}

  /** The person cannot know, or it doesn't concern her; different from leaving it blank. */
  record NoBasis() implements Answer {
    @Override
    public String value() {
      return NO_BASIS;
    }
  }

  /** The person could answer and won't; different from leaving it blank. */
  record Declined() implements Answer {
    @Override
    public String value() {
      return DECLINED;
    }
  }

  /** Own words. */
  record Words(String value) implements Answer {}
}
