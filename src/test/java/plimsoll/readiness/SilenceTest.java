package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;

class SilenceTest {
  private static final Published NOTHING = Published.withheld(Withholding.NO_EVIDENCE);

  private static CriterionResult said(Criterion criterion, double value, boolean recorded) {
    Published score = Rounding.organisation(value, value - 5, value + 5, 40);
    Published record = recorded ? Rounding.record(value, value - 5, value + 5) : NOTHING;
    return new CriterionResult(criterion, score, record, score, 0.9, false, null);
  }

  private static Verdict verdict(Kind kind, Flip... flips) {
    return new Verdict(
        kind,
        null,
        0.9,
        new EnumMap<>(Kind.class),
        2,
        List.of(),
        List.of(flips),
        1,
        List.of(),
        null);
  }

  private static Flip flip(String input, double from, double to) {
    return new Flip(input, from, to, 1.0, Kind.STANDARDISE);
  }

  /** A score of 60 must fall by 12; a quarter kept silent, so they must lie at 60 − 48 = 12. */
  @Test
  void aQuarterMustDifferByFourTimesAsMuch() {
    var verdict = verdict(Kind.START_WITH_DEVOPS, flip("D2", 60, 48));
    var criteria = List.of(said(Criterion.D2, 60, false));
    assertEquals(
        new Silence.Tipping(Criterion.D2, -48, Kind.STANDARDISE),
        Silence.tipping(verdict, criteria, 0.25));
    assertTrue(
        Silence.words(verdict, criteria, 0.25).endsWith("were 48 points lower, or further off."));
  }

  /** Half the way is the records': 24 points of 0.25 are 96, and nobody lies at 60 − 96. */
  @Test
  void whereRecordsSpeakTooItTakesTwiceAsMuchAndMayBeOutOfReach() {
    var verdict = verdict(Kind.START_WITH_DEVOPS, flip("D2", 60, 48));
    var criteria = List.of(said(Criterion.D2, 60, true));
    assertNull(Silence.tipping(verdict, criteria, 0.25));
    assertEquals(-48, Silence.tipping(verdict, criteria, 0.5).by());
    assertEquals(
        "Whatever they think of any one criterion, the verdict stays \"Start with DevOps\".",
        Silence.words(verdict, criteria, 0.25));
  }

  /** 4 / 0.3 = 13.3 and 5 / 0.3 = 16.7: rounded away from 0, the nearer one counts. */
  @Test
  void theNearestCriterionIsNamed() {
    var verdict = verdict(Kind.START_WITH_DEVOPS, flip("D1", 55, 50), flip("D3", 47, 51));
    var criteria = List.of(said(Criterion.D1, 55, false), said(Criterion.D3, 47, false));
    assertEquals(
        new Silence.Tipping(Criterion.D3, 14, Kind.STANDARDISE),
        Silence.tipping(verdict, criteria, 0.3));
  }

  @Test
  void aWithheldScoreAndFactsTellNothing() {
    var verdict = verdict(Kind.STANDARDISE, flip("D1", 55, 50), flip("P1", 2, 3));
    var withheld = new CriterionResult(Criterion.D1, NOTHING, NOTHING, NOTHING, null, false, null);
    assertNull(Silence.tipping(verdict, List.of(withheld), 0.5));
  }

  @Test
  void whereNobodyIsSilentOrThereIsNoVerdictNothingIsSaid() {
    var criteria = List.of(said(Criterion.D2, 60, false));
    assertNull(Silence.words(verdict(Kind.UNCLEAR, flip("D2", 60, 48)), criteria, 0.5));
    assertNull(Silence.words(verdict(Kind.STANDARDISE, flip("D2", 60, 48)), criteria, 0));
    assertNull(Silence.tipping(verdict(Kind.STANDARDISE, flip("D2", 60, 48)), criteria, 0));
  }

  @Test
  void aBandLeavesTheMostOpen() {
    assertEquals(1, Silence.most("< 50 %"));
    assertEquals(1, Silence.most(null));
    assertEquals(0.5, Silence.most("50–79 %"));
    assertEquals(0.2, Silence.most("≥ 80 %"));
  }

  @Test
  void aReadingSaysItAmongWhatIsNotKnown() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c")) cases.team(key, 12, 9, 4, 4);
    var readiness = cases.assess();
    double silent = 1 - 27 / 36.0;
    String words = Silence.words(readiness.verdict(), readiness.criteria(), silent);
    assertTrue(readiness.unknown().stream().anyMatch(each -> each.what().endsWith(words)));
  }
}
