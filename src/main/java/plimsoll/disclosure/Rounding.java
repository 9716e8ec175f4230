package plimsoll.disclosure;

import java.util.Collection;

/**
 * Makes scores coarse enough to show (measurement 8.4, P5). Teams: to 5, never nearer to an end
 * than 10, people as a band. The organisation: to 1, people counted.
 */
public final class Rounding {
  private static final double TEAM_STEP = 5;
  private static final double LOWEST = 10;
  private static final double HIGHEST = 90;

  /** Of fewer people the exact number who answered tells of single ones as it grows. */
  private static final int ENOUGH_TO_COUNT = 20;

  private Rounding() {}

  /**
   * A team's score. A value of 10 means "10 or less" and one of 90 means "90 or more": how far they
   * lie beyond is not shown, for near the ends all answers would be known.
   *
   * @param value 0 to 100
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param people how many answered, 5 or more
   */
  public static Published team(double value, double low, double high, int people) {
    double shown = Math.max(LOWEST, Math.min(HIGHEST, nearest(value, TEAM_STEP)));
    double from = shown <= LOWEST ? 0 : down(low, TEAM_STEP);
    double to = shown >= HIGHEST ? 100 : up(high, TEAM_STEP);
    return new Published(shown, Math.min(from, shown), Math.max(to, shown), band(people), null);
  }

  /** The organisation's score, to 1. */
  public static Published organisation(double value, double low, double high, int people) {
    return plain(value, low, high, 1, Integer.toString(people));
  }

  /** The organisation's score, to 5, where one or two people joined or left a small one. */
  public static Published coarseOrganisation(double value, double low, double high, int people) {
    return plain(value, low, high, TEAM_STEP, Integer.toString(people));
  }

  /** What machines recorded, to 1: nobody's answers stand behind it. */
  public static Published record(double value, double low, double high) {
    return plain(value, low, high, 1, null);
  }

  /** How many people, as a team's band. */
  public static String band(int people) {
    if (people < 5) throw new IllegalArgumentException(people + " people are too few to show");
    return people <= 7 ? "5–7" : people <= 12 ? "8–12" : "13+";
  }

  /** The fewest people that a shown number or band of people may stand for. */
  public static int fewest(String people) {
    return people.startsWith("5") && isBand(people)
        ? 5
        : people.startsWith("8") && isBand(people)
            ? 8
            : people.equals("13+") ? 13 : Integer.parseInt(people);
  }

  public static boolean isBand(String people) {
    return people.equals("5–7") || people.equals("8–12") || people.equals("13+");
  }

  /** How many of the people asked answered, as a band. */
  public static String response(int answered, int asked) {
    if (asked == 0) return "nobody asked";
    double share = (double) answered / asked;
    return share < 0.5 ? "< 50 %" : share < 0.8 ? "50–79 %" : "≥ 80 %";
  }

  /**
   * The same of one team; null, withheld, where fewer people are in it or answered than the minimum
   * group. So none who answered looks like too few.
   */
  public static String teamResponse(int answered, int asked, int minimumGroup) {
    return asked > 0 && answered < minimumGroup ? null : response(answered, asked);
  }

  /** How many of the people asked answered; null, a band must do, when fewer than 20 were asked. */
  public static Integer counted(int answered, int asked) {
    return asked < ENOUGH_TO_COUNT ? null : (Integer) answered;
  }

  /**
   * How many were asked in a team, and how many of them answered.
   *
   * @param answered not to be shown as it is
   */
  public record Heard(int asked, int answered) {}

  /**
   * The same of teams of which each response is told too, as far as {@link #teamResponse} allows;
   * null also where the count, less what the bands allow at least or at most, would tell exactly
   * how many answered in the teams of which nothing is told: nobody, say.
   */
  public static Integer counted(Collection<Heard> teams, int minimumGroup) {
    int answered = teams.stream().mapToInt(Heard::answered).sum();
    int least = 0;
    int most = 0;
    int untold = 0;
    for (var team : teams) {
      var band = teamResponse(team.answered, team.asked, minimumGroup);
      if (band == null) {
        untold += Math.min(team.asked, minimumGroup - 1);
      } else if (team.asked > 0) {
        least += least(band, team.asked, minimumGroup);
        most += most(band, team.asked);
      }
    }
    boolean exact = Math.max(0, answered - most) == Math.min(untold, answered - least);
    int asked = teams.stream().mapToInt(Heard::asked).sum();
    return untold > 0 && exact ? null : counted(answered, asked);
  }

  private static int least(String band, int asked, int minimumGroup) {
    double share = band.startsWith("<") ? 0 : band.startsWith("50") ? 0.5 : 0.8;
    return Math.max(minimumGroup, (int) Math.ceil(share * asked - 1e-9));
  }

  private static int most(String band, int asked) {
    if (band.startsWith("≥")) return asked;
    return (int) Math.ceil((band.startsWith("<") ? 0.5 : 0.8) * asked - 1e-9) - 1;
  }

  private static Published plain(
      double value, double low, double high, double step, String people) {
    double shown = nearest(value, step);
    double from = Math.min(down(low, step), shown);
    double to = Math.max(up(high, step), shown);
    return new Published(shown, from, to, people, null);
  }

  private static double nearest(double value, double step) {
    return Math.rint(inside(value) / step) * step;
  }

  private static double down(double value, double step) {
    return Math.floor(inside(value) / step + 1e-9) * step;
  }

  private static double up(double value, double step) {
    return Math.ceil(inside(value) / step - 1e-9) * step;
  }

  private static double inside(double value) {
    return Math.max(0, Math.min(100, value));
  }
}
