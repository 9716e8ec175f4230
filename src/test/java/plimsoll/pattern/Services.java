package plimsoll.pattern;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import plimsoll.statistics.Chance;

/** Services that follow the choices of their team with some exceptions, and some unknown. */
public final class Services {
  private static final double EXCEPTION = 0.1;
  private static final double UNKNOWN = 0.05;

  private Services() {}

  public static List<Fingerprint> of(int teams, int each) {
    var chance = new Chance(20261123);
    var services = new ArrayList<Fingerprint>();
    for (int team = 0; team < teams; team++) {
      var usual = new EnumMap<Feature, String>(Feature.class);
      for (var feature : Feature.values()) usual.put(feature, choice(feature, chance));
      for (int i = 0; i < each; i++) {
        services.add(new Fingerprint(team + "-" + i, "t" + team, choices(usual, chance)));
      }
    }
    return services;
  }

  private static EnumMap<Feature, String> choices(EnumMap<Feature, String> usual, Chance chance) {
    var choices = usual.clone();
    for (var feature : Feature.values()) {
      double u = chance.uniform();
      if (u < UNKNOWN) choices.remove(feature);
      else if (u < UNKNOWN + EXCEPTION) choices.put(feature, choice(feature, chance));
    }
    return choices;
  }

  private static String choice(Feature feature, Chance chance) {
    return switch (feature.type()) {
      case CATEGORY -> "choice-" + chance.below(3);
      case TRAIT -> "" + (chance.below(2) == 1);
      case ORDINAL -> "" + (1 + chance.below(4));
    };
  }
}
