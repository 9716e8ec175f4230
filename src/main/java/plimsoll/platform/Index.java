package plimsoll.platform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plimsoll.statistics.Interval;

/**
 * Force multiplier against gatekeeper: the mean of the good parts less the mean of the bad ones.
 * Its weights are equal by judgement and validated by nobody.
 *
 * @param value −100 to 100
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param sure the whole interval gives the same reading
 */
public record Index(double value, double low, double high, Reading reading, boolean sure) {
  static final int NEEDED = 5;
  private static final double BEYOND = 25;
  private static final double MOST = 100;

  /** What it says, in words that follow "the platform". */
  public enum Reading {
    MULTIPLIER("multiplies the force of teams"),
    MIXED("does both, helps and holds up"),
    GATEKEEPER("acts as a gatekeeper");

    private final String words;

    Reading(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    static Reading of(double index) {
      return index > BEYOND ? MULTIPLIER : index < -BEYOND ? GATEKEEPER : MIXED;
    }
  }

  /**
   * @param parts at most one of each facet, in any order
   * @return null where fewer than five weigh
   */
  public static Index of(List<Part> parts) {
    var known = new EnumMap<Facet, Part>(Facet.class);
    for (Part part : parts) {
      if (!part.weighs()) continue;
      BadRecord.unless(known.put(part.facet(), part) == null, "%s stands twice", part.facet());
    }
    return known.size() < NEEDED ? null : of(known);
  }

  private static Index of(Map<Facet, Part> known) {
    double value = mean(known, true) - mean(known, false);
    double reach = Interval.NORMAL_95 * standardError(known);
    double low = Math.max(-MOST, value - reach);
    double high = Math.min(MOST, value + reach);
    Reading reading = Reading.of(value);
    boolean sure = Reading.of(low) == reading && Reading.of(high) == reading;
    return new Index(value, low, high, reading, sure);
  }

  private static double mean(Map<Facet, Part> known, boolean good) {
    double sum = 0;
    for (var each : known.values()) if (each.facet().good() == good) sum += each.value();
    return sum / count(known, good);
  }

  private static long count(Map<Facet, Part> known, boolean good) {
    return known.keySet().stream().filter(facet -> facet.good() == good).count();
  }

  /**
   * The index is linear in its parts, so their errors carry over exactly (delta method). The same
   * people or claims stand behind several parts, and how these go together is not known: within a
   * source all errors are taken to push the index the same way, which bounds them from above;
   * people, claims and deployments err apart from each other.
   */
  private static double standardError(Map<Facet, Part> known) {
    var together = new EnumMap<Facet.Source, Double>(Facet.Source.class);
    for (var each : known.values()) {
      double pushes = each.standardError() / count(known, each.facet().good());
      together.merge(each.facet().source(), pushes, Double::sum);
    }
    double squares = 0;
    for (double error : together.values()) squares += error * error;
    return Math.sqrt(squares);
  }
}
