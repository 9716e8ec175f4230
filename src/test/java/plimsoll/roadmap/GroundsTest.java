package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Trait;
import plimsoll.pattern.copy.Files;
import plimsoll.pattern.copy.Imprint;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Specimen;
import plimsoll.readiness.Criterion;

/** What the files of services say for proposals. */
class GroundsTest {
  private static final Map<String, Integer> HEADS = Map.of("a", 9, "b", 9, "c", 9);

  /** Fourteen services of five teams; ten of them have the same pipeline. */
  private static Landscape landscape() {
    var services = new ArrayList<Specimen>();
    for (int i = 0; i < 14; i++) {
      var lines = Files.lines(12);
      if (i >= 10) for (int k = 0; k < lines.length; k++) lines[k] += i;
      var traits =
          Map.of(
              Trait.LOGGING,
              i < 6 ? Answer.NO : Answer.YES,
              Trait.ALERTING,
              i < 9 ? Answer.NO : Answer.UNKNOWN,
              Trait.TLS,
              Answer.YES,
              Trait.NON_ROOT,
              Answer.NO);
      services.add(
          new Specimen(
              "s" + i,
              "t" + i % 5,
              traits,
              List.of(),
              List.of(Imprint.of(Files.pipeline("ci.yml", lines))),
              1,
              Map.of()));
    }
    return Landscape.of(services, (service, path) -> null);
  }

  private static Initiative proposed(Criterion criterion, InitiativeType type, Grounds grounds) {
    var readiness =
        new Readings()
            .team("a", Map.of(criterion, 80.0))
            .team("b", Map.of(criterion, 80.0))
            .team("c", Map.of(criterion, 80.0))
            .readiness();
    return Roadmap.propose(readiness, HEADS, Map.of(), List.of(), grounds, 1).stream()
        .filter(each -> each.key().equals(type.key()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoldenPathNamesItsServicesAndTheCopiesThatItWouldRetire() {
    var found = proposed(Criterion.P3, InitiativeType.GOLDEN_PATH, new Grounds(null, landscape()));
    assertEquals("Offer one golden path, first for 10 services of 5 teams", found.title());
    assertEquals(
        "One golden path for these 10 services of 5 teams would retire 9 near-copies"
            + " (pipeline, 108 lines).",
        found.evidence().get(0));
    assertEquals(
        "The services: s0 (t0), s5 (t0), s1 (t1), s6 (t1), s2 (t2), s7 (t2), s3 (t3), s8 (t3),"
            + " s4 (t4), s9 (t4).",
        found.evidence().get(1));
    assertEquals(10, found.services().size());
    assertTrue(
        found
            .hypothesis()
            .endsWith(
                " In files: near-copies to spare among its 10 services fall from 9 to 4 or fewer."),
        found.hypothesis());
  }

  @Test
  void whatAPlatformWouldGiveIsCounted() {
    var grounds = new Grounds(null, landscape());
    assertEquals(
        "Of 14 services whose workload was read it would give logging to 6 and alerting to 9.",
        proposed(Criterion.P4, InitiativeType.ONE_DEPLOY_COMMAND, grounds).evidence().get(0));
    assertEquals(
        "Of 14 services whose workload was read it would give a user other than root to 14.",
        proposed(Criterion.P4, InitiativeType.SAFE_DEFAULTS, grounds).evidence().get(0));
  }

  @Test
  void withoutFilesAProposalIsAsItWas() {
    var found = proposed(Criterion.P3, InitiativeType.GOLDEN_PATH, Grounds.none());
    assertEquals(InitiativeType.GOLDEN_PATH.title(), found.title());
    assertNull(found.services());
  }
}
