package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Estimate;

/** What speaks to a criterion, alone and joined, worked out by hand. */
class SourceTest {
  private static final Source.Counted THREE = new Source.Counted(3, 10);
  private static final Source.Counted SIX = new Source.Counted(6, 10);

  private static double mean(Source source) {
    var chance = Chance.of(7, "test");
    double sum = 0;
    for (int w = 0; w < 20_000; w++) sum += source.draw(w, chance);
    return sum / 20_000;
  }

  /** Beta(3.5, 7.5): mean 3.5 / 11, variance 26.25 / (121 · 12). */
  @Test
  void countsAreDrawnFromJeffreysPosterior() {
    assertEquals(30, THREE.value(), 1e-12);
    assertEquals(13.44563, THREE.standardDeviation(), 1e-4);
    assertEquals(31.818, mean(THREE), 0.4);
  }

  /** √((0.25² · 26.25 + 0.75² · 29.25) / 1452). */
  @Test
  void severalCountsAreWeighedByTheirShares() {
    var mixed = new Source.Mixed(List.of(THREE, SIX), new double[] {0.25, 0.75});
    assertEquals(52.5, mixed.value(), 1e-12);
    assertEquals(11.1630, mixed.standardDeviation(), 1e-3);
    assertEquals(0.25 * 31.818 + 0.75 * 59.091, mean(mixed), 0.4);
  }

  @Test
  void answersAreDrawnAroundTheirMean() {
    var asked = new Source.Asked(new Estimate(60, 4, 30));
    assertEquals(60, asked.value());
    assertEquals(4, asked.standardDeviation());
    assertEquals(60, mean(asked), 0.15);
  }

  /** (reach − 2.5) / t(0.975), with the error of a step of 5, which is 5 / √12. */
  @Test
  void whatIsShownHasTheErrorThatItsIntervalBetrays() {
    var few = Source.Shown.of(new Published(50.0, 40.0, 60.0, "5–7", null));
    assertEquals(9, few.degreesOfFreedom());
    assertEquals(3.61598, few.standardDeviation(), 1e-4);
    var some = Source.Shown.of(new Published(50.0, 40.0, 55.0, "8–12", null));
    assertEquals(13, some.degreesOfFreedom());
    assertEquals(3.75973, some.standardDeviation(), 1e-4);
    var many = Source.Shown.of(new Published(50.0, 45.0, 60.0, "13+", null));
    assertEquals(19, many.degreesOfFreedom());
    assertEquals(3.86311, many.standardDeviation(), 1e-4);
    assertEquals(50, mean(many), 0.15);
  }

  private static Joined joined(double said, Source recorded) {
    var source = new Source.Asked(new Estimate(said, 3, 50));
    return new Joined(source, recorded, MethodError.of(4));
  }

  /** Without either, and with both: half of √(3² + 13.4456² + 4²). */
  @Test
  void eitherSpeaksAloneAndBothTogether() {
    var both = joined(55, THREE);
    assertEquals(42.5, both.value(), 1e-12);
    assertEquals(Math.sqrt(9 + 180.785 + 16) / 2, both.standardDeviation(), 1e-4);
    var said = joined(55, null);
    assertEquals(55, said.value());
    assertEquals(5, said.standardDeviation(), 1e-12);
    assertEquals(55 - 1.959964 * 5, said.interval().low(), 1e-5);
    assertEquals(55 + 1.959964 * 5, said.interval().high(), 1e-5);
    var recorded = new Joined(null, THREE, MethodError.of(0));
    assertEquals(30, recorded.value(), 1e-12);
    assertEquals(13.44563, recorded.standardDeviation(), 1e-4);
    assertTrue(recorded.known());
    var neither = new Joined(null, null, MethodError.of(4));
    assertFalse(neither.known());
    assertNull(neither.draws(Chance.of(7, "test")));
  }

  @Test
  void drawsOfBothAreTheirMean() {
    double sum = 0;
    for (double each : joined(55, THREE).draws(Chance.of(7, "test"))) sum += each;
    assertEquals((55 + 31.818) / 2, sum / Worlds.DRAWS, 0.6);
    double alone = 0;
    for (double each : joined(55, null).draws(Chance.of(7, "test"))) alone += each;
    assertEquals(55, alone / Worlds.DRAWS, 0.5);
  }

  @Test
  void theyDisagreeBeyondTwentyFivePoints() {
    assertFalse(joined(55, THREE).disagrees());
    assertTrue(joined(55.1, THREE).disagrees());
    assertTrue(joined(4.9, THREE).disagrees());
    assertFalse(joined(90, null).disagrees());
    assertFalse(new Joined(null, THREE, MethodError.of(4)).disagrees());
    var gap = joined(55, THREE).gap();
    assertEquals(new MethodError.Gap(25, gap.variance(), 4), gap);
    assertEquals(9 + 180.785, gap.variance(), 1e-3);
  }

  private static Published score(double value, double low, double high) {
    return new Published(value, low, high, "40", null);
  }

  private static Published axis(Map<Criterion, Published> joined, boolean practice) {
    Axis.Rounded as =
        (value, ends, from) ->
            new Published(value, ends.low(), ends.high(), "" + from.size(), null);
    return practice ? Axis.devopsPractice(joined, as) : Axis.platformNeed(joined, as);
  }

  @Test
  void anAxisIsTheMeanOfItsCriteriaAndOneMayBeMissing() {
    var all = new EnumMap<Criterion, Published>(Criterion.class);
    all.put(Criterion.D1, score(20, 15, 30));
    all.put(Criterion.D2, score(40, 35, 50));
    all.put(Criterion.D3, score(30, 25, 40));
    all.put(Criterion.D4, score(50, 45, 60));
    assertEquals(new Published(65.0, 55.0, 70.0, "4", null), axis(all, true));
    all.put(Criterion.D4, Published.withheld(Withholding.ROSTER_CHANGED));
    assertEquals(new Published(70.0, 60.0, 75.0, "3", null), axis(all, true));
    all.put(Criterion.D1, Published.withheld(Withholding.TOO_FEW));
    assertEquals(Withholding.TOO_FEW, axis(all, true).withheld());
    all.put(Criterion.P2, score(20, 15, 30));
    all.put(Criterion.P3, score(40, 35, 50));
    all.put(Criterion.P4, Published.withheld(Withholding.NO_EVIDENCE));
    assertEquals(new Published(30.0, 25.0, 40.0, "2", null), axis(all, false));
  }

  private static Records records(List<Recorded> records, Case.Team... teams) {
    var cases = new Cases();
    cases.teams.addAll(List.of(teams));
    cases.records.addAll(records);
    return new Records(cases.build());
  }

  private static Case.Team team(String key, int roster) {
    return new Case.Team(key, key, roster, Set.of(), new ArrayList<>());
  }

  @Test
  void tenEventsCountAndOfRotasOnlyInTeamsOfThree() {
    var pair = team("pair", 2);
    var trio = team("trio", 3);
    var records =
        records(
            List.of(
                Recorded.of("pair", Criterion.D2, 3, 10),
                Recorded.of("pair", Criterion.D3, 3, 10),
                Recorded.of("trio", Criterion.D2, 3, 9.9),
                Recorded.of("trio", Criterion.D3, 6, 10)),
            pair,
            trio);
    assertEquals(THREE, records.team(Criterion.D2, pair));
    assertNull(records.team(Criterion.D3, pair));
    assertNull(records.team(Criterion.D2, trio));
    assertEquals(SIX, records.team(Criterion.D3, trio));
    assertNull(records.team(Criterion.D4, trio));
    var group = (Source.Mixed) records.group(Criterion.D3, List.of(pair, trio));
    assertEquals(List.of(SIX), group.parts());
  }

  @Test
  void theOrganisationWeighsRecordsByPeople() {
    var records =
        records(
            List.of(
                Recorded.of("a", Criterion.D2, 3, 5),
                Recorded.of("b", Criterion.D2, 1, 5),
                Recorded.of("c", Criterion.D2, 0, 0),
                new Recorded("a", Criterion.P2, 1, 4, 15.0),
                new Recorded("b", Criterion.P2, 1, 5, 20.0)),
            team("a", 2),
            team("b", 6),
            team("c", 9));
    var mixed = (Source.Mixed) records.organisation(Criterion.D2);
    assertArrayEquals(new double[] {0.25, 0.75}, mixed.shares(), 1e-12);
    assertEquals(0.25 * 60 + 0.75 * 20, mixed.value(), 1e-12);
    assertNull(records.organisation(Criterion.P2));
    assertEquals(2, records.unreliability(Criterion.P2));
    assertEquals(1, records.unreliability(Criterion.D2));
    assertEquals(Set.of(), records.strangers());
    var nobody =
        records(
            List.of(Recorded.of("a", Criterion.D2, 3, 5), Recorded.of("b", Criterion.D2, 1, 5)),
            team("a", 0),
            team("b", 0));
    var alike = (Source.Mixed) nobody.organisation(Criterion.D2);
    assertArrayEquals(new double[] {0.5, 0.5}, alike.shares(), 1e-12);
  }
}
