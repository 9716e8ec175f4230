package plimsoll.readiness;

/**
 * How one item of the survey is scored.
 *
 * @param item its id, such as "D2a"
 * @param construct what it belongs to, such as "D2", "EXI" or "FLOW"
 * @param reversed true when a high answer means less need (key "−" of the survey)
 * @param points how many answers its scale has, 2 or more; answers are 1 to {@code points}
 */
public record Keying(String item, String construct, boolean reversed, int points) {

  public Keying {
    BadCase.unless(item != null && !item.isBlank(), "an item needs an id");
    BadCase.unless(construct != null && !construct.isBlank(), "item %s needs a construct", item);
    BadCase.unless(points >= 2, "item %s needs at least two answers", item);
  }

  /** The answer as need, 0 to 100: higher is more need or heavier load (measurement 2.1). */
  public double need(int answer) {
    BadCase.unless(answer >= 1 && answer <= points, "item %s has no answer %d", item, answer);
    int upward = reversed ? points + 1 - answer : answer;
    return 100.0 * (upward - 1) / (points - 1);
  }
}
