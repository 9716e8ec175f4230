package plimsoll.pattern.landscape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Slot;
import plimsoll.pattern.Trait;
import plimsoll.statistics.Chance;

/**
 * An organisation with known patterns: each team follows one of them, its services leave it here
 * and there, and its files are those of the pattern with some lines changed.
 *
 * @param profiles of services, team by team
 * @param teams the team of each
 * @param patterns the pattern of each
 */
public record Planted(List<Profile> profiles, List<String> teams, int[] patterns) {
  private static final int LEVELS = 4;
  private static final String[] PARTS = {"pipeline", "deployment", "network", "chart"};
  private static final Evidence NOWHERE = new Evidence("planted.yml", 1, "planted");

  /**
   * @param noise share of the choices, and of the lines, in which a service leaves its pattern
   * @param unknown share of the choices that nothing is known of
   */
  public static Planted of(
      int patterns, int teams, int each, double noise, double unknown, long seed) {
    var chance = new Chance(seed);
    var plans = IntStream.range(0, patterns).mapToObj(p -> Plan.of(p, chance)).toList();
    var profiles = new ArrayList<Profile>();
    var owners = new ArrayList<String>();
    var planted = new int[teams * each];
    for (int i = 0; i < planted.length; i++) {
      int team = i / each;
      planted[i] = team % patterns;
      owners.add("team-%03d".formatted(team));
      profiles.add(
          plans.get(planted[i]).profile("service-%05d".formatted(i), noise, unknown, chance));
    }
    return new Planted(profiles, owners, planted);
  }

  public List<Fingerprint> fingerprints() {
    return IntStream.range(0, teams.size())
        .mapToObj(i -> profiles.get(i).fingerprint(teams.get(i)))
        .toList();
  }

  public List<Specimen> specimens() {
    return IntStream.range(0, teams.size())
        .mapToObj(i -> Specimen.of(profiles.get(i), teams.get(i)))
        .toList();
  }

  /** What a pattern chooses, and what its files say. */
  private record Plan(
      int number,
      Map<Feature, String> choices,
      Map<Trait, Answer> traits,
      List<List<String>> files) {

    static Plan of(int number, Chance chance) {
      var choices = new EnumMap<Feature, String>(Feature.class);
      for (var feature : Feature.values()) choices.put(feature, choice(feature, chance));
      var traits = new EnumMap<Trait, Answer>(Trait.class);
      for (var trait : Trait.values()) {
        traits.put(trait, chance.below(3) > 0 ? Answer.YES : Answer.NO);
      }
      var files = new ArrayList<List<String>>();
      for (var part : PARTS) {
        files.add(
            IntStream.range(0, 30 + chance.below(50))
                .mapToObj(i -> "%s.%d=%d".formatted(part, i, chance.below(40)))
                .toList());
      }
      return new Plan(number, choices, traits, files);
    }

    Profile profile(String service, double noise, double unknown, Chance chance) {
      var own = new EnumMap<Feature, Chosen>(Feature.class);
      choices.forEach(
          (feature, usual) -> {
            if (chance.uniform() < unknown) return;
            var value = chance.uniform() < noise ? choice(feature, chance) : usual;
            own.put(feature, new Chosen(value, NOWHERE));
          });
      var found = new EnumMap<Trait, Finding>(Trait.class);
      traits.forEach((trait, answer) -> found.put(trait, new Finding(answer, NOWHERE, "planted")));
      var outlines = new ArrayList<Outline>();
      for (int f = 0; f < PARTS.length; f++) {
        var lines = files.get(f).stream().map(line -> line(line, noise, chance)).toList();
        outlines.add(new Outline(PARTS[f] + ".yml", PARTS[f], lines, List.of()));
      }
      var deploys = new Implementation(Slot.DEPLOY, number == 0 ? "acme/deploy" : null, NOWHERE);
      return new Profile(service, own, found, List.of(deploys), outlines, PARTS.length, List.of());
    }

    /** A changed line spoils three windows, so a twelfth of the noise leaves a copy a copy. */
    private static String line(String usual, double noise, Chance chance) {
      return chance.uniform() < noise / 12
          ? usual.substring(0, usual.indexOf('=') + 1) + "own" + chance.below(1_000)
          : usual;
    }

    private static String choice(Feature feature, Chance chance) {
      return switch (feature.type()) {
        case CATEGORY -> "choice-" + chance.below(LEVELS);
        case TRAIT -> "" + (chance.below(2) == 1);
        case ORDINAL -> "" + (1 + chance.below(4));
      };
    }
  }
}
