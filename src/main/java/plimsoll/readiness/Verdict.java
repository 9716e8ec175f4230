package plimsoll.readiness;

import java.util.List;
import java.util.Map;

/**
 * What to do, how sure that is, and why. Safe to show.
 *
 * @param kind the published verdict
 * @param leaning the likeliest verdict where it does not reach its bar; null where it does
 * @param probability share of draws that gave the likeliest verdict, 0 to 1
 * @param probabilities the same for every verdict; sums to 1
 * @param row the row of the decision table that fired: 0 to 7 for the organisation, 0 to 5 for a
 *     team
 * @param because the reasons, each one plain sentence with its numbers
 * @param flips the smallest single changes that would alter it, nearest first
 * @param robustness share of the threshold settings that give the same verdict, 0 to 1
 * @param gather what evidence would help most, most useful first; empty when none is missing
 * @param previous the verdict published before; null at the first reading
 */
public record Verdict(
    Kind kind,
    Kind leaning,
    double probability,
    Map<Kind, Double> probabilities,
    int row,
    List<String> because,
    List<Flip> flips,
    double robustness,
    List<String> gather,
    Kind previous) {

  /** The verdicts, for the organisation and for a team. */
  public enum Kind {
    UNCLEAR("Not enough evidence yet"),
    START_WITH_DEVOPS("Start with DevOps"),
    STANDARDISE("Standardise"),
    BUILD_PLATFORM_TEAM("Build a platform team"),
    RUN_PLATFORM_AS_PRODUCT("Run the platform as a product"),
    PLATFORM_CUSTOMER("Platform customer-to-be"),
    PLATFORM_USER("Platform customer"),
    STEADY("Steady: hold");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * The smallest change of one input that alters the verdict.
   *
   * @param input what would have to change, such as "D4"
   * @param from its value now, in the input's own unit
   * @param to the value at which the verdict changes
   * @param standardErrors how far that is in standard errors of the input; null when it has none
   * @param becomes the verdict then
   */
  public record Flip(String input, double from, double to, Double standardErrors, Kind becomes) {}
}
