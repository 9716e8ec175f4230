package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundingTest {

  @Test
  void aTeamIsRoundedToFiveAndItsIntervalOutward() {
    assertEquals(new Published(60.0, 40.0, 85.0, "5–7", null), Rounding.team(62.4, 41, 83.8, 6));
  }

  @Test
  void nearTheEndsOnlyTheEndIsTold() {
    assertEquals(new Published(10.0, 0.0, 15.0, "8–12", null), Rounding.team(0, 0, 11, 8));
    assertEquals(new Published(10.0, 0.0, 15.0, "8–12", null), Rounding.team(10, 6, 14, 12));
    assertEquals(new Published(90.0, 80.0, 100.0, "13+", null), Rounding.team(97, 84, 99, 13));
  }

  @Test
  void theOrganisationIsRoundedToOne() {
    assertEquals(
        new Published(59.0, 49.0, 70.0, "18", null),
        Rounding.organisation(59.1667, 49.095, 69.238, 18));
  }

  @Test
  void aSmallGroupHasNoBand() {
    assertThrows(IllegalArgumentException.class, () -> Rounding.band(4));
  }

  @Test
  void responsesAreBands() {
    assertEquals("< 50 %", Rounding.response(4, 9));
    assertEquals("50–79 %", Rounding.response(5, 10));
    assertEquals("≥ 80 %", Rounding.response(8, 10));
    assertEquals("nobody asked", Rounding.response(0, 0));
  }

  @Test
  void theBandsBeginAtHalfAndAtFourFifths() {
    assertEquals("50–79 %", Rounding.response(1, 2));
    assertEquals("< 50 %", Rounding.response(499, 1000));
    assertEquals("≥ 80 %", Rounding.response(4, 5));
    assertEquals("50–79 %", Rounding.response(799, 1000));
    assertEquals("< 50 %", Rounding.response(0, 3));
  }

  @Test
  void anEndOnTheGridStaysWhateverBinaryFractionsDoToIt() {
    assertEquals(new Published(45.0, 30.0, 60.0, "5–7", null), Rounding.team(45, 30, 60, 5));
    double less = 30 - 1e-10;
    double more = 60 + 1e-10;
    assertEquals(new Published(45.0, 30.0, 60.0, "5–7", null), Rounding.team(45, less, more, 5));
    assertEquals(new Published(45.0, 25.0, 65.0, "5–7", null), Rounding.team(45, 29.99, 60.01, 5));
    assertEquals(
        new Published(45.0, 29.0, 61.0, "30", null), Rounding.organisation(45, 29.99, 60.01, 30));
    assertEquals(
        new Published(45.0, 25.0, 65.0, "30", null),
        Rounding.coarseOrganisation(44.4, 29.99, 60.01, 30));
  }

  @Test
  void whatMachinesRecordedHasNoPeople() {
    assertEquals(new Published(33.0, 20.0, 48.0, null, null), Rounding.record(33.3, 20.9, 47.1));
    assertEquals(new Published(0.0, 0.0, 4.0, null, null), Rounding.record(-2, -3, 3.3));
    assertEquals(new Published(100.0, 96.0, 100.0, null, null), Rounding.record(103, 96.4, 109));
  }

  @Test
  void peopleAreBandsThatKnowTheirFewest() {
    assertEquals("5–7", Rounding.band(5));
    assertEquals("5–7", Rounding.band(7));
    assertEquals("8–12", Rounding.band(8));
    assertEquals("8–12", Rounding.band(12));
    assertEquals("13+", Rounding.band(13));
    for (int people : new int[] {5, 8, 13}) {
      assertEquals(people, Rounding.fewest(Rounding.band(people)));
      assertTrue(Rounding.isBand(Rounding.band(people)));
    }
    assertEquals(51, Rounding.fewest("51"));
    assertEquals(83, Rounding.fewest("83"));
    assertFalse(Rounding.isBand("51"));
  }

  @Test
  void aTeamsResponseNeedsAMinimumGroupThatAnswered() {
    assertNull(Rounding.teamResponse(4, 9, 5));
    assertNull(Rounding.teamResponse(0, 9, 5));
    assertEquals("50–79 %", Rounding.teamResponse(5, 9, 5));
    assertEquals("nobody asked", Rounding.teamResponse(0, 0, 5));
  }

  @Test
  void ofFewerThanTwentyNobodyIsCounted() {
    assertNull(Rounding.counted(19, 19));
    assertEquals(7, Rounding.counted(7, 20));
  }

  @Test
  void aScoreIsEitherShownOrWithheld() {
    assertTrue(Rounding.team(50, 40, 60, 5).shown());
    var withheld = Published.withheld(Withholding.TOO_FEW);
    assertFalse(withheld.shown());
    assertEquals(Withholding.TOO_FEW, withheld.withheld());
    assertThrows(IllegalArgumentException.class, () -> new Published(null, null, null, null, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Published(1.0, null, null, null, Withholding.TOO_FEW));
  }

  /** 13 and 7 people in "≥ 80 %" are 17 to 20 who answered; three people make a team untold. */
  @Test
  void theCountIsNotToldWhereWithTheBandsItTellsOfATeamApart() {
    assertEquals(19, counted(13, 12, 7, 6, 3, 1));
    assertEquals(20, counted(13, 13, 7, 7, 3, 0), "17 to 20 of the others leave none to three");
    assertNull(counted(13, 13, 7, 7, 3, 3), "23 are all");
    assertNull(counted(13, 11, 7, 6, 3, 0), "17 are the fewest of the others");
    assertEquals(20, counted(13, 13, 7, 7), "nothing is untold");
    assertNull(counted(10, 9, 9, 9), "19 are asked");
  }

  /** "< 50 %" of 20 is 5 to 9, "50–79 %" is 10 to 15. */
  @Test
  void theBandsEndWhereTheNextBegins() {
    assertNull(counted(20, 5, 3, 0));
    assertEquals(6, counted(20, 6, 3, 0));
    assertNull(counted(20, 9, 3, 3));
    assertNull(counted(20, 10, 3, 0));
    assertNull(counted(20, 15, 3, 3));
    assertNull(counted(20, 16, 3, 0));
  }

  private static Integer counted(int... askedAndAnswered) {
    var teams = new java.util.ArrayList<Rounding.Heard>();
    for (int i = 0; i < askedAndAnswered.length; i += 2) {
      teams.add(new Rounding.Heard(askedAndAnswered[i], askedAndAnswered[i + 1]));
    }
    return Rounding.counted(teams, 5);
  }
}
