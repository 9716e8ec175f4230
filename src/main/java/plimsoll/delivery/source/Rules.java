package plimsoll.delivery.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plimsoll.delivery.fact.Environments;

/**
 * How an organisation wants a source read, such as which workflow deploys and which label makes an
 * incident of an issue. Nothing is guessed from names that were not said here.
 *
 * @param said by the keys of {@link Setting}; what is missing has its setting's own value
 */
public record Rules(Map<String, String> said) {
  /** Which environments serve users, where their names do not tell. */
  public static final Setting PRODUCTION =
      new Setting(
          "production-environments",
          "Environments that serve users",
          "Names of environments that serve users, beside production, prod, prd and live. Divide"
              + " them by commas.",
          "");

  public Rules {
    said = Map.copyOf(said);
  }

  /** Those of a source to which nothing was said. */
  public static Rules none() {
    return new Rules(Map.of());
  }

  /** The text without blanks around it; the setting's own where nothing was said. */
  public String text(Setting setting) {
    return said.getOrDefault(setting.key(), setting.standard()).strip();
  }

  /** The names that commas or lines divide, in small letters. */
  public List<String> names(Setting setting) {
    return Arrays.stream(text(setting).split("[,\n]"))
        .map(one -> one.strip().toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** True when one of the names was said, whatever the letter case. */
  public boolean names(Setting setting, String name) {
    return name != null && names(setting).contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * What lines of the form "name = one, two" say, by the name in small letters; a line without "="
   * says nothing of its name.
   */
  public Map<String, List<String>> lines(Setting setting) {
    var lines = new LinkedHashMap<String, List<String>>();
    for (var line : text(setting).split("[\n;]")) {
      var parts = line.split("=", 2);
      var name = parts[0].strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        lines.putIfAbsent(name, parts.length == 1 ? List.of() : words(parts[1]));
      }
    }
    return lines;
  }

  /**
   * Where a pipeline, workflow or job deploys to, by a line "name = environment, service".
   *
   * @param names that it goes by; nulls are passed over
   * @return null when no line holds any of the names
   */
  public Target target(Setting setting, String... names) {
    var lines = lines(setting);
    return Arrays.stream(names)
        .filter(Objects::nonNull)
        .map(name -> lines.get(name.strip().toLowerCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .map(Target::of)
        .findFirst()
        .orElse(null);
  }

  /** True when an environment's name says that it serves users, or an administrator does. */
  public boolean serveUsers(String environment) {
    return environment != null
        && (Environments.serveUsers(environment) || names(PRODUCTION, environment));
  }

  /** True when one of the names was said, or a star for all of them, or none at all. */
  public boolean allows(Setting setting, String name) {
    return names(setting).isEmpty() || names(setting).contains("*") || names(setting, name);
  }

  /** What a name means where a line "name = meaning" says so, otherwise the name itself. */
  public String meaning(Setting setting, String name) {
    var said = name == null ? null : lines(setting).get(name.strip().toLowerCase(Locale.ROOT));
    return said == null || said.isEmpty() ? name : said.get(0);
  }

  /**
   * Where something deploys to.
   *
   * @param environment "production" where the line names none
   * @param service null where the line names none
   */
  public record Target(String environment, String service) {
    private static Target of(List<String> words) {
      return new Target(
          words.isEmpty() ? "production" : words.get(0), words.size() < 2 ? null : words.get(1));
    }

    /** The service, or another name for it where the line names none. */
    public String serviceOr(String other) {
      return service == null ? other : service;
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
