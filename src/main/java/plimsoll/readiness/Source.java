package plimsoll.readiness;

import java.util.List;
import plimsoll.disclosure.Published;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Pooled;
import plimsoll.statistics.Shrinkage;

/** Something that speaks to a criterion, on the scale of need from 0 to 100. */
interface Source {

  double value();

  double standardDeviation();

  /** One draw, in the world of this number: what teams share is the same in one world. */
  double draw(int world, Chance chance);

  /** A mean of answers. */
  record Asked(Estimate estimate) implements Source {
    @Override
    public double value() {
      return estimate.value();
    }

    @Override
    public double standardDeviation() {
      return estimate.standardError();
    }

    @Override
    public double draw(int world, Chance chance) {
      return value() + chance.t(estimate.degreesOfFreedom()) * estimate.standardError();
    }
  }

  /** Counts of events in the direction of need, drawn from Jeffreys' posterior. */
  record Counted(double hits, double trials) implements Source {
    @Override
    public double value() {
      return 100 * hits / trials;
    }

    @Override
    public double standardDeviation() {
      double a = hits + 0.5;
      double b = trials - hits + 0.5;
      return 100 * Math.sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)));
    }

    @Override
    public double draw(int world, Chance chance) {
      return 100 * chance.beta(hits + 0.5, trials - hits + 0.5);
    }
  }

  /** Several counts, each with the share that it has in the whole. */
  record Mixed(List<Counted> parts, double[] shares) implements Source {
    @Override
    public double value() {
      double sum = 0;
      for (int j = 0; j < shares.length; j++) sum += shares[j] * parts.get(j).value();
      return sum;
    }

    @Override
    public double standardDeviation() {
      double sum = 0;
      for (int j = 0; j < shares.length; j++) {
        double each = shares[j] * parts.get(j).standardDeviation();
        sum += each * each;
      }
      return Math.sqrt(sum);
    }

    @Override
    public double draw(int world, Chance chance) {
      double sum = 0;
      for (int j = 0; j < shares.length; j++) sum += shares[j] * parts.get(j).draw(world, chance);
      return sum;
    }
  }

  /** A score that is shown: rounded, with an error that its interval betrays. */
  record Shown(double value, double standardDeviation, double degreesOfFreedom) implements Source {
    private static final double STEP = 5;

    static Shown of(Published score) {
      double freedom = freedom(score.people());
      double reach = Math.max(score.high() - score.value(), score.value() - score.low());
      double error = Math.max(1, reach - STEP / 2) / new Estimate(0, 1, freedom).quantile(0.95);
      return new Shown(score.value(), StrictMath.hypot(error, STEP / Math.sqrt(12)), freedom);
    }

    /** What the middle of the band of people leaves, with the four that a team borrows. */
    private static double freedom(String people) {
      return Pooled.PRIOR + (people.startsWith("5") ? 5 : people.startsWith("8") ? 9 : 15);
    }

    @Override
    public double draw(int world, Chance chance) {
      return value + chance.t(degreesOfFreedom) * standardDeviation;
    }
  }

  /** A shown score that leans on those of the other teams. */
  record Leaning(Shown shown, Shrinkage among, int index, Shrinkage.Common[] worlds)
      implements Source {
    @Override
    public double value() {
      return shown.value();
    }

    @Override
    public double standardDeviation() {
      return shown.standardDeviation();
    }

    @Override
    public double draw(int world, Chance chance) {
      return among.group(index, worlds[world], chance);
    }
  }
}
