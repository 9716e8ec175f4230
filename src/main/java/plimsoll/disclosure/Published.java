package plimsoll.disclosure;

/**
 * One score as it may be shown: rounded, with its interval rounded outward, or the reason why not.
 *
 * @param value 0 to 100, higher is more need or heavier load; null when withheld
 * @param low lower end of the 95 % interval, 0 to 100; null when withheld
 * @param high upper end of the 95 % interval, 0 to 100; null when withheld
 * @param people how many answered, as a band such as "5–7" for a team, exact for the organisation
 *     when 30 or more did; null when withheld or when records and not people stand behind it
 * @param withheld why it is not shown; null when it is shown
 */
public record Published(
    Double value, Double low, Double high, String people, Withholding withheld) {

  public Published {
    if ((value == null) == (withheld == null)) {
      throw new IllegalArgumentException("a score is either shown or withheld");
    }
  }

  public static Published withheld(Withholding reason) {
    return new Published(null, null, null, null, reason);
  }

  public boolean shown() {
    return withheld == null;
  }
}
