package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes services for tests. */
final class Prints {
  private Prints() {}

  static Fingerprint of(String service, String team, Object... featuresAndValues) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (int i = 0; i < featuresAndValues.length; i += 2) {
      values.put((Feature) featuresAndValues[i], String.valueOf(featuresAndValues[i + 1]));
    }
    return new Fingerprint(service, team, values);
  }

  /** Everything is known: one word for all categories, all traits there, two environments. */
  static Fingerprint full(String service, String team, String word, Object... changed) {
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
    values.putAll(of(service, team, changed).values());
    return new Fingerprint(service, team, values);
  }

  /** Each feature is unknown with the given probability. */
  static Fingerprint random(Random random, String service, String team, double unknown) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (random.nextDouble() >= unknown) values.put(feature, value(feature, random));
    }
    return new Fingerprint(service, team, values);
  }

  private static String value(Feature feature, Random random) {
    return switch (feature.type()) {
      case CATEGORY -> "word" + random.nextInt(3);
      case TRAIT -> String.valueOf(random.nextBoolean());
      case ORDINAL -> String.valueOf(1 + random.nextInt(4));
    };
  }

  /** Teams of 2 to 4 services that lie near each other: a twentieth of the choices is redrawn. */
  static List<Fingerprint> organisation(Random random, int teams, double unknown) {
    var services = new ArrayList<Fingerprint>();
    for (int team = 0; team < teams; team++) {
      var base = random(random, "", "t" + team, 0);
      int size = 2 + random.nextInt(3);
      for (int i = 0; i < size; i++) {
        services.add(near(base, "s" + services.size(), .05, unknown, random));
      }
    }
    return services;
  }

  static Fingerprint near(
      Fingerprint base, String service, double redrawn, double unknown, Random random) {
    var values = new EnumMap<Feature, String>(Feature.class);
    base.values()
        .forEach(
            (feature, value) -> {
              var own = random.nextDouble() < redrawn ? value(feature, random) : value;
              if (random.nextDouble() >= unknown) values.put(feature, own);
            });
    return new Fingerprint(service, base.team(), values);
  }

  /** NaN where the two have nothing known in common. */
  static double distance(Fingerprint a, Fingerprint b) {
    return Distance.matrix(List.of(a, b))[0][1];
  }

  static Spread spread(List<Fingerprint> services) {
    return Spread.of(new Census(services), List.of(new Spread.Look(null, Divergence.CONSISTENT)))
        .get(0);
  }

  static Map<Integer, Double> counts(double... counts) {
    var map = new LinkedHashMap<Integer, Double>();
    Arrays.stream(counts).forEach(count -> map.put(map.size(), count));
    return map;
  }
}
