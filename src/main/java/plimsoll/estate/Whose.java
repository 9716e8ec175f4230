package plimsoll.estate;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plimsoll.catalog.TeamView;

/**
 * Finds whose an object of a cluster is: by its labels, and else by its namespace.
 *
 * @param services keys by the names that objects give, in small letters
 * @param owners team keys by service key
 * @param teams keys by key and by name, in small letters
 */
record Whose(Map<String, String> services, Map<String, String> owners, Map<String, String> teams) {

  static Whose of(
      Map<String, String> services, Map<String, String> owners, List<TeamView> standing) {
    var teams = new HashMap<String, String>();
    standing.stream()
        .filter(team -> team.name() != null)
        .forEach(team -> teams.put(plain(team.name()), team.key()));
    standing.forEach(team -> teams.put(plain(team.key()), team.key()));
    var small =
        services.entrySet().stream()
            .collect(
                toMap(
                    one -> one.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (one, other) -> one));
    return new Whose(small, owners, teams);
  }

  /**
   * @param team key; null when not known
   * @param service key; null when not known
   */
  record Owner(String team, String service) {}

  Owner of(Requested facts, String namespace) {
    var service = service(facts, namespace);
    var named = facts.teams().stream().map(name -> teams.get(plain(name)));
    var owning = service == null ? null : owners.get(service);
    var rest = Stream.of(Optional.ofNullable(owning), Optional.ofNullable(spaceOf(namespace)));
    var team =
        Stream.concat(named.filter(Objects::nonNull), rest.flatMap(Optional::stream)).findFirst();
    return new Owner(team.orElse(null), service);
  }

  private String spaceOf(String namespace) {
    return teams.get(plain(namespace));
  }

  private String service(Requested facts, String namespace) {
    return Stream.concat(facts.services().stream(), Stream.of(namespace))
        .map(name -> services.get(name.toLowerCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(group:)?(default/)?", "");
  }
}
