package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void ofFewerThanTwentyPeopleOnlyTheBandIsTold() {
    var progress = progress(count(10, 7), count(9, 8));
    assertNull(progress.answered());
    assertEquals("50–79 %", progress.response());
  }

  @Test
  void ofTwentyPeopleTheNumberIsTold() {
    var progress = progress(count(10, 7), count(10, 8));
    assertEquals(15, progress.answered());
    assertEquals("50–79 %", progress.response());
  }

  @Test
  void aTeamOfWhichFewerThanTheMinimumGroupAnsweredLooksLikeOneOfWhichNobodyDid() {
    for (int answered = 0; answered <= 4; answered++) {
      assertNull(progress(count(7, answered), count(9, 8)).teams().get(0).rate());
    }
    assertEquals("50–79 %", progress(count(7, 5), count(9, 8)).teams().get(0).rate());
    assertNull(progress(count(4, 4), count(9, 8)).teams().get(0).rate());
  }

  @Test
  void oneTeamAloneIsToldOfAsATeam() {
    var few = progress(count(6, 4));
    assertNull(few.answered());
    assertNull(few.response());
    assertEquals("≥ 80 %", progress(count(6, 5)).response());
  }

  @Test
  void whereNobodyIsAskedThereIsNoBand() {
    assertNull(Progress.of(campaign(1), Map.of(), NOW).response());
  }

  private static Invitations.Count count(int invited, int answered) {
    return new Invitations.Count(invited, answered);
  }

  private static Progress progress(Invitations.Count... teams) {
    var counts = new java.util.TreeMap<String, Invitations.Count>();
    for (int i = 0; i < teams.length; i++) counts.put("t" + i, teams[i]);
    return Progress.of(campaign(teams.length), counts, NOW);
  }

  private static CampaignView campaign(int teams) {
    var all =
        java.util.stream.IntStream.range(0, teams)
            .mapToObj(i -> new CampaignView.Team("t" + i, "Team " + i))
            .toList();
    return new CampaignView(
        UUID.randomUUID(),
        "quarterly",
        "2026.1",
        "",
        "Spring",
        "we",
        "it",
        null,
        NOW,
        NOW,
        null,
        5,
        List.copyOf(all),
        5,
        null,
        null,
        0,
        null);
  }
}
