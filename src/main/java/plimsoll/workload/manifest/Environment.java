package plimsoll.workload.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where something runs, as far as names tell. */
enum Environment {
  PRODUCTION("prod", "production", "prd"),
  STAGING("staging", "stage", "stg", "preprod", "preproduction", "uat", "acceptance", "acc"),
  TEST("test", "testing", "qa", "integration", "sandbox", "demo", "preview", "e2e", "tests"),
  DEVELOPMENT("dev", "development", "develop", "local");

  /** Folders and values files whose next or own part names an environment. */
  private static final Set<String> HOLDERS =
      Set.of(
          "overlays",
          "overlay",
          "envs",
          "env",
          "environments",
          "environment",
          "clusters",
          "stages");

  private static final Map<String, Environment> WORDS =
      Arrays.stream(values())
          .flatMap(one -> one.words.stream().map(word -> Map.entry(word, one)))
          .collect(
              java.util.stream.Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> words;

  Environment(String... words) {
    this.words = List.of(words);
  }

  /** Null when it names none, such as "payments"; "pre-prod" is no production. */
  static Environment named(String name) {
    var lower = name.toLowerCase(java.util.Locale.ROOT).replace("pre-prod", "preprod");
    for (var word :
        lower.replace("non-prod", "staging").replace("nonprod", "staging").split("[^a-z0-9]+")) {
      var found = WORDS.get(word);
      if (found != null) return found;
    }
    return null;
  }

  /** By a folder of overlays or environments, or a folder that is one's bare name. */
  static Environment ofPath(String path) {
    var parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      if (HOLDERS.contains(parts[i]) && i + 2 < parts.length) {
        var found = named(parts[i + 1]);
        if (found != null) return found;
      }
      var bare = WORDS.get(parts[i]);
      if (bare != null && bare != TEST) return bare;
    }
    return null;
  }
}
