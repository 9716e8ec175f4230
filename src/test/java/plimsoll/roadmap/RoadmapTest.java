package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Criterion;

class RoadmapTest {
  private static final Map<String, Integer> HEADS = Map.of("a", 10, "b", 8, "c", 9, "d", 12);

  @Test
  void anEmptyReadingProposesNothing() {
    assertEquals(List.of(), Roadmap.propose(new Readings().readiness(), HEADS, 1));
  }

  @Test
  void aReadingInWhichAllIsWithheldProposesNothing() {
    var reading = new Readings().withheldTeam("a", Criterion.D2).withheldTeam("b", Criterion.D4);
    assertEquals(List.of(), Roadmap.propose(reading.readiness(), HEADS, 1));
  }

  @Test
  void noTeamsMeansNobodyToReach() {
    var reading = new Readings().organisation(Criterion.D2, 80);
    assertEquals(List.of(), Roadmap.propose(reading.readiness(), Map.of(), 1));
  }

  @Test
  void onlyTeamsThatMeetTheCriterionAreReached() {
    var reading =
        new Readings()
            .team("a", Map.of(Criterion.D2, 70.0))
            .team("b", Map.of(Criterion.D2, 45.0))
            .team("c", Map.of(Criterion.D2, 50.0))
            .withheldTeam("d", Criterion.D2);
    var found = Roadmap.propose(reading.readiness(), HEADS, 1).get(0);
    assertEquals("d2-deploy-without-ticket", found.key());
    assertEquals(List.of("a", "c"), found.teams());
    assertEquals(19, found.reach());
    assertTrue(found.hypothesis().contains("Team a and Team c"), found.hypothesis());
    assertFalse(found.evidence().toString().contains("Team d"), "withheld teams are not named");
  }

  @Test
  void whereNoTeamMayBeNamedTheOrganisationIs() {
    var reading =
        new Readings()
            .organisation(Criterion.D4, 65)
            .team("a", Map.of(Criterion.D4, 30.0))
            .withheldTeam("b", Criterion.D4)
            .withheldTeam("c", Criterion.D4);
    var found = Roadmap.propose(reading.readiness(), HEADS, 1).get(0);
    assertEquals(List.of(), found.teams());
    assertEquals(17, found.reach());
    assertTrue(found.hypothesis().contains("in the organisation"), found.hypothesis());
  }

  @Test
  void manyTeamsGetMoreThanOneWay() {
    var one = new Readings().team("a", Map.of(Criterion.D3, 70.0));
    assertEquals(1, Roadmap.propose(one.readiness(), HEADS, 1).size());
    for (String team : List.of("b", "c")) {
      one.team(team, Map.of(Criterion.D3, 70.0));
    }
    assertEquals(2, Roadmap.propose(one.readiness(), HEADS, 1).size());
  }

  @Test
  void peopleAndRecordsThatAgreeMakeItSurer() {
    var agree = new Readings().team("a", List.of(Readings.both(Criterion.D2, 70, 60)));
    var disagree = new Readings().team("a", List.of(Readings.both(Criterion.D2, 90, 40)));
    assertEquals(0.6, Roadmap.propose(agree.readiness(), HEADS, 1).get(0).confidence());
    var doubtful = Roadmap.propose(disagree.readiness(), HEADS, 1).get(0);
    assertEquals(0.4, doubtful.confidence());
    assertTrue(doubtful.evidence().toString().contains("find out which holds"));
  }

  @Test
  void theSameSeedGivesTheSameProposals() {
    var reading = everything().readiness();
    assertEquals(Roadmap.propose(reading, HEADS, 7), Roadmap.propose(reading, HEADS, 7));
  }

  @Test
  void everyKeyIsDifferentAndStandsForItsType() {
    var found = Roadmap.propose(everything().readiness(), HEADS, 1);
    assertEquals(InitiativeType.values().length, found.size());
    var keys = new HashSet<String>();
    for (var initiative : found) {
      assertTrue(keys.add(initiative.key()));
      assertEquals(initiative.title(), InitiativeType.of(initiative.key()).orElseThrow().title());
    }
    assertTrue(found.size() <= Selection.MOST_CANDIDATES);
  }

  @Test
  void whatIsLearnedReplacesTheJudgement() {
    var reading = new Readings().team("a", Map.of(Criterion.D2, 70.0)).readiness();
    var learned = Map.of(InitiativeType.DEPLOY_WITHOUT_TICKET, new Known(new Prior(3, 1), 0, 0, 0));
    var found = Roadmap.propose(reading, HEADS, learned, List.of(), 1).get(0);
    assertEquals(3, found.relief().median());
  }

  @Test
  void aTeamCannotHaveFewerThanNoPeople() {
    var reading = everything().readiness();
    assertThrows(
        IllegalArgumentException.class, () -> Roadmap.propose(reading, Map.of("a", -1), 1));
  }

  @Test
  void aTeamOfFiveThousandIsReached() {
    var reading = new Readings().team("a", Map.of(Criterion.D2, 70.0)).readiness();
    assertEquals(5000, Roadmap.propose(reading, Map.of("a", 5000), 1).get(0).reach());
  }

  @Test
  void aChoiceThatLuckDecidesIsUnstable() {
    var candidates =
        Roadmap.propose(everything().readiness(), HEADS, 1).stream()
            .map(i -> Selection.candidate(i.key(), i.benefit(), i.effortWeeks()))
            .toList();
    var stability = Selection.stability(candidates, 40, 1);
    assertEquals(candidates.size(), stability.size());
    assertTrue(stability.values().stream().allMatch(share -> share >= 0 && share <= 1));
    assertTrue(stability.values().stream().anyMatch(share -> share < Selection.STABLE));
    var best = Selection.best(candidates, 40);
    assertTrue(best.weeks() <= 40 && !best.chosen().isEmpty());
  }

  private static Readings everything() {
    var reading = new Readings();
    var needs =
        Map.of(
            Criterion.D1, 55.0,
            Criterion.D2, 75.0,
            Criterion.D3, 60.0,
            Criterion.D4, 70.0,
            Criterion.P2, 65.0,
            Criterion.P3, 55.0,
            Criterion.P4, 80.0);
    for (String team : HEADS.keySet()) {
      reading.team(team, needs);
    }
    return reading;
  }
}
