package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Chance;

/**
 * Tries what an edition does otherwise: both judge the same organisations, whose records or people
 * miss what is true by little or by much. Seeded, and apart from the fast tests.
 */
@Tag("simulation")
class EditionSimulationTest {
  private static final int[] SIZES = {3, 4, 6, 9, 14};
  private static final int ORGANISATIONS = 1500;
  private static final Edition BEFORE = Edition.of("2026.1");
  private static final Edition AFTER = Edition.of("2026.2");

  @Test
  void recordsThatMissByMuchCostLessThanBefore() {
    var before = tried(BEFORE, 15, 0);
    var after = tried(AFTER, 15, 0);
    after.right.within(0.85, 1);
    assertTrue(after.right.share() > before.right.share() + 0.005);
    assertTrue(after.squares() < before.squares());
  }

  @Test
  void recordsThatMissByLittleCostNothing() {
    for (double bias : new double[] {0, 8}) {
      var before = tried(BEFORE, bias, 0);
      var after = tried(AFTER, bias, 0);
      after.right.within(0.85, 1);
      assertTrue(after.right.share() > before.right.share() - 0.01);
      assertTrue(after.published.share() > before.published.share() - 0.01);
      assertTrue(after.squares() < before.squares());
    }
  }

  /** No limit: where no records speak, nothing tells how far people miss. */
  @Test
  void peopleWhoMissByMuchCostMost() {
    var before = tried(BEFORE, 0, 15);
    var after = tried(AFTER, 0, 15);
    assertTrue(after.right.share() > before.right.share());
    assertTrue(after.squares() < before.squares());
  }

  private static final class Tried {
    final Tally published = new Tally();
    final Tally right = new Tally();
    final Tally inVain = new Tally();
    private double squares;

    void count(Ruling ruling, Kind truth) {
      for (var each : ruling.probabilities().entrySet()) {
        squares += Math.pow(each.getValue() - (each.getKey() == truth ? 1 : 0), 2);
      }
      boolean clear = ruling.kind() != Kind.UNCLEAR && ruling.leaning() == null;
      published.count(clear);
      if (!clear) return;
      right.count(ruling.kind() == truth);
      if (ruling.kind() == Kind.BUILD_PLATFORM_TEAM) inVain.count(truth != ruling.kind());
    }

    /** Brier's score: the mean squared distance of the probabilities from what is true. */
    double squares() {
      return squares / published.tried();
    }
  }

  private static Tried tried(Edition edition, double records, double people) {
    var tried = new Tried();
    for (int i = 0; i < ORGANISATIONS; i++) {
      var world =
          new World(Chance.of(i, "HARD"), SIZES[i % SIZES.length], World.Kind.HARD, records);
      if (people > 0) lean(world, people);
      var cases = world.wave();
      cases.edition = edition;
      var sitting = new Sitting(cases.build());
      var bench = new OrganisationBench(sitting);
      if (!new OrganisationVerdict(sitting, bench, List.of()).gates.isEmpty()) continue;
      tried.count(bench.inquiry.ruling(), world.verdict());
    }
    var how =
        " by edition %s, records miss by %.0f, people by %.0f"
            .formatted(edition.name(), records, people);
    tried.published.print("verdicts published" + how);
    tried.right.print("published verdicts that are right" + how);
    tried.inVain.print("published Build verdicts that are wrong" + how);
    System.out.printf(Locale.ROOT, "| Brier's score%s | %.3f |%n", how, tried.squares());
    return tried;
  }

  private static void lean(World world, double people) {
    for (var each : Sitting.SCORED) world.slant.put(each, people * world.chance.normal());
  }
}
