package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Fingerprint;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Table;

class PatternSectionTest {

  @Test
  void whatWasFoundIsSaidInWords() {
    var facts = facts(Divergence.of(services("x", "y"), services("x", "x"), 1));
    assertEquals(
        "8 services of 2 teams; of 1 more too little is known", facts.get("Services compared"));
    assertEquals("2 of 2 with two services or more", facts.get("Teams with a steady pattern"));
    assertEquals("0.00", facts.get("Distance inside a steady team"));
    assertEquals(
        "0.04: there is a core that they share", facts.get("Distance between two steady teams"));
    assertEquals(
        "0.04 (0.00 to 0.05 with a group of choices left out; 0.04 without the noise inside teams)",
        facts.get("Divergence, the one less the other"));
    assertEquals(
        "divergence went from 0.00 to 0.04 on 8 services seen both times; that is a strong drift",
        facts.get("Since the reading before"));
    assertEquals(
        "1.0; counting near ones as near 1.0, of which a team uses 1.0",
        facts.get("Patterns in effect"));
    assertEquals("1", facts.get("Families of near services"));
    assertEquals(
        "p = 0.029; teams explain 100 % of the differences",
        facts.get("Whether chance could make teams so different"));
  }

  @Test
  void theChoicesInWhichTeamsDifferAreNamed() {
    var table = (Table) PatternSection.of(Divergence.of(services("x", "y"))).blocks().get(1);
    assertEquals(
        List.of(List.of("metrics", "0 %", "100 %", "1.00")),
        table.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList());
  }

  @Test
  void whatCannotBeToldIsNotTold() {
    var nothing = PatternSection.of(Divergence.of(List.of(), List.of(), 1));
    assertEquals(2, nothing.blocks().size(), "no table of choices");
    var facts = facts(Divergence.of(List.of(), List.of(), 1));
    assertEquals(
        "we can't tell: too few teams were steady both times",
        facts.get("Since the reading before"));
    assertFalse(facts.containsKey("Distance between two steady teams"));
    assertFalse(facts.containsKey("Patterns in effect"));
  }

  @Test
  void aServiceLikeNoOtherIsCounted() {
    var services = new ArrayList<>(services("x", "x"));
    services.add(service("far", "c", "far", "far"));
    var facts = facts(Divergence.of(services));
    assertEquals("1; 1 service like no other", facts.get("Families of near services"));
  }

  private static Map<String, String> facts(Divergence patterns) {
    return ((Facts) PatternSection.of(patterns).blocks().get(0))
        .facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
  }

  /**
   * Two teams of four services that share all but the metrics, and one of which nothing is known.
   */
  private static List<Fingerprint> services(String metricsOfA, String metricsOfB) {
    var all = new ArrayList<Fingerprint>();
    for (int i = 0; i < 4; i++) {
      all.add(service("a" + i, "a", "x", metricsOfA));
      all.add(service("b" + i, "b", "x", metricsOfB));
    }
    all.add(new Fingerprint("unknown", "a", Map.of()));
    return all;
  }

  private static Fingerprint service(String key, String team, String word, String metrics) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      values.put(
          feature,
          switch (feature.type()) {
            case CATEGORY -> word;
            case TRAIT -> "true";
            case ORDINAL -> "2";
          });
    }
    values.put(Feature.METRICS, metrics);
    return new Fingerprint(key, team, values);
  }
}
