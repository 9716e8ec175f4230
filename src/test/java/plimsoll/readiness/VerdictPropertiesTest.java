package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Estimate;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

class VerdictPropertiesTest {
  private static final double ERROR = 6;

  private static Map<Criterion, Joined> joined(List<Integer> needs) {
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    for (int i = 0; i < Sitting.SCORED.size(); i++) {
      joined.put(Sitting.SCORED.get(i), said(needs.get(i)));
    }
    return joined;
  }

  private static Joined said(double need) {
    return new Joined(new Source.Asked(new Estimate(need, ERROR, 20)), null, MethodError.of(10));
  }

  private static Inquiry inquiry(List<Integer> needs, int owning, Verdict before) {
    var cases = new Cases();
    cases.patterns = Cases.patterns(0.12, 0.1, 0.2, 0.2, 0.3);
    var table = new Table.OfOrganisation(false, owning, Patterns.of(cases.build()));
    return new Inquiry(table, joined(needs), 1, before, 3, "property");
  }

  private static double started(Inquiry inquiry) {
    return inquiry.ruling().probabilities().get(Kind.START_WITH_DEVOPS);
  }

  @Property
  void probabilitiesSumToOne(
      @ForAll @Size(7) List<@IntRange(min = 0, max = 100) Integer> needs,
      @ForAll @IntRange(min = 0, max = 9) int owning) {
    var ruling = inquiry(needs, owning, null).ruling();
    assertEquals(1, ruling.probabilities().values().stream().mapToDouble(p -> p).sum(), 1e-9);
  }

  @Property
  void moreNeedOfPracticeNeverLeadsAwayFromDevops(
      @ForAll @Size(7) List<@IntRange(min = 0, max = 100) Integer> needs,
      @ForAll @IntRange(min = 0, max = 3) int which,
      @ForAll @IntRange(min = 0, max = 40) int more) {
    var raised = new ArrayList<>(needs);
    raised.set(which, Math.min(100, raised.get(which) + more));
    assertTrue(started(inquiry(raised, 5, null)) >= started(inquiry(needs, 5, null)));
  }

  @Property
  void threeTeamsOrMoreAreNeverTooFew(
      @ForAll @Size(7) List<@IntRange(min = 0, max = 100) Integer> needs,
      @ForAll @IntRange(min = 3, max = 50) int owning) {
    int[] rows = inquiry(needs, owning, null).worlds.rows(Setting.USUAL, Change.NONE);
    assertEquals(0, rows[3]);
  }

  /** The listed change is made to the input itself, and everything drawn anew. */
  @Property
  void aFlipThatIsListedFlips(@ForAll @Size(7) List<@IntRange(min = 5, max = 95) Integer> needs) {
    var inquiry = inquiry(needs, 5, null);
    var flips = new Flips(inquiry);
    for (Criterion each : Sitting.SCORED) {
      double value = inquiry.joined.get(each).value();
      flips.need(each, new Published(value, value, value, "45", null), 5);
    }
    flips.owning(5);
    Kind now = inquiry.ruling().kind();
    for (var flip : flips.nearestFirst()) {
      var changed = new ArrayList<>(needs);
      int owning = 5;
      if (flip.input().equals("P1")) owning = (int) flip.to();
      else changed.set(Sitting.SCORED.indexOf(Criterion.valueOf(flip.input())), (int) flip.to());
      Kind then = inquiry(changed, owning, null).ruling().kind();
      assertNotEquals(now, then);
      assertEquals(flip.becomes(), then);
    }
  }

  @Property
  void takingTheSameReadingAgainAndAgainSettles(
      @ForAll @Size(7) List<@IntRange(min = 0, max = 100) Integer> needs,
      @ForAll @IntRange(min = 1, max = 3) int before) {
    Verdict last = verdict(Kind.values()[before], null, 0.9);
    var first = inquiry(needs, 5, last).ruling();
    var second = inquiry(needs, 5, verdict(first)).ruling();
    var third = inquiry(needs, 5, verdict(second)).ruling();
    assertEquals(second.kind(), third.kind());
  }

  /** Mirrored answers have another mean and the same variance, which all intervals share. */
  @Property
  void aVerdictDoesNotBetrayWhatIsWithheld(
      @ForAll @Size(4) List<@IntRange(min = 1, max = 5) Integer> hidden) {
    var mirrored = hidden.stream().map(each -> 6 - each).toList();
    assertEquals(teamsBeside(hidden), teamsBeside(mirrored));
  }

  /** A team of four is withheld, and with it the smallest other one, which would reveal it. */
  private static List<Readiness.TeamResult> teamsBeside(List<Integer> hidden) {
    var cases = new Cases();
    cases.keying = PRACTICE;
    cases.add("b", 9, sheets(List.of(3, 4, 5, 2, 3, 4, 3, 4, 3)));
    cases.add("c", 9, sheets(List.of(3, 4, 5, 5, 3, 4, 5, 4, 3)));
    cases.add("d", 12, sheets(List.of(1, 2, 3, 4, 3, 2, 3, 4, 3, 1, 2, 2)));
    cases.add("a", 4, sheets(hidden));
    var sitting = new Sitting(cases.build());
    return new TeamBench(sitting, new OrganisationBench(sitting).methodError).results();
  }

  private static final Keying PRACTICE =
      new Keying(List.of(Cases.construct("D1", "D1a+"), Cases.construct("D2", "D2a+")));

  private static List<Sheet> sheets(List<Integer> answers) {
    return answers.stream()
        .map(each -> new Sheet(Map.of("D1a", each, "D2a", each), Set.of()))
        .toList();
  }

  private static Verdict verdict(Ruling ruling) {
    return verdict(ruling.kind(), ruling.leaning(), ruling.probability());
  }

  private static Verdict verdict(Kind kind, Kind leaning, double probability) {
    return new Verdict(
        kind, leaning, probability, Map.of(), 0, List.of(), List.of(), 1, List.of(), null);
  }
}
