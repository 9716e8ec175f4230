package plimsoll.survey;

/**
 * One of the things to choose from.
 *
 * @param key what is kept; unique within a question
 */
public record Option(String key, Text label) {
  /** More can't be read through in the time that there is. */
  static final int MOST = 30;
}
