package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature.Type;

class TrialTest {

  @Test
  void threeSteadyTeamsFarApartHoldUnderAllNinePairs() {
    var trials = grid(teams("a", "b", "c"));
    assertEquals(9, trials.size());
    assertEquals(9, trials.stream().filter(Trial::met).count());
    assertEquals(1, trials.get(0).excess(), 1e-9);
  }

  @Test
  void twoTeamsAreNeverEnough() {
    assertEquals(0, grid(teams("a", "b")).stream().filter(Trial::met).count());
  }

  @Test
  void oneTeamHasNoExcess() {
    assertNull(grid(teams("a")).get(0).excess());
  }

  /** Two of eight groups make 0.25, and one of three features of another group a 24th more. */
  @Test
  void aTeamBeyondTheUsualThresholdCountsOnlyUnderTheLargest() {
    var services = teams("a", "b");
    services.add(service("c1", "c", Set.of()));
    services.add(
        service(
            "c2",
            "c",
            EnumSet.of(
                Feature.PROMOTION,
                Feature.ENVIRONMENTS,
                Feature.PRODUCTION_GATE,
                Feature.ROLLOUT,
                Feature.ROLLBACK,
                Feature.MIGRATION_STEP,
                Feature.SECRETS)));
    var trials = grid(services);
    assertEquals(
        List.of(2, 2, 3),
        List.of(trials.get(0), trials.get(3), trials.get(6)).stream()
            .map(Trial::consistentTeams)
            .toList());
    assertEquals(3, trials.stream().filter(Trial::met).count());
  }

  @Test
  void withoutAPairOfServicesThereIsNothingToTry() {
    assertEquals(List.of(), grid(List.of(service("a1", "a", Set.of()))));
  }

  private static List<Trial> grid(List<Fingerprint> services) {
    return Trial.grid(Spread.of(new Census(services), Trial.LOOKS));
  }

  /** Two equal services for each team, whose words no other team uses. */
  private static List<Fingerprint> teams(String... keys) {
    var all = new ArrayList<Fingerprint>();
    for (String key : keys) {
      all.add(service(key + 1, key, Set.of()));
      all.add(service(key + 2, key, Set.of()));
    }
    return all;
  }

  private static Fingerprint service(String key, String team, Set<Feature> other) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      boolean differs = other.contains(feature);
      if (feature.type() == Type.CATEGORY) values.put(feature, team + differs);
      if (feature.type() == Type.TRAIT && team.equals("c")) values.put(feature, "true");
      if (feature.type() == Type.ORDINAL && team.equals("c"))
        values.put(feature, differs ? "4" : "1");
    }
    return new Fingerprint(key, team, values);
  }
}
