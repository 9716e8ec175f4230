package plimsoll.demonstration;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.demonstration.Organisation.Engineer;

/** Writes an organisation as a Backstage catalog would export it. */
final class CatalogText {
  private CatalogText() {}

  static String of(Organisation organisation, LocalDate day) {
    var tribes = organisation.teams().stream().map(Story::tribe).distinct();
    return Stream.of(
            Stream.of(group("company", "The company", "organization", null)),
            tribes.map(tribe -> group(tribe, capital(tribe), "department", "company")),
            organisation.teams().stream().flatMap(CatalogText::team),
            organisation.people().stream()
                .filter(person -> person.team(day) != null)
                .map(person -> user(person, day)))
        .flatMap(documents -> documents)
        .collect(Collectors.joining("---\n"));
  }

  private static Stream<String> team(Story team) {
    return Stream.concat(
        Stream.of(group(team.key(), team.name(), "team", team.tribe())),
        team.services().stream().map(service -> component(service, team)));
  }

  private static String group(String key, String name, String type, String parent) {
    return entity("Group", key)
        + "spec:\n  type: %s\n  profile:\n    displayName: %s\n  children: []\n"
            .formatted(type, name)
        + (parent == null ? "" : "  parent: " + parent + "\n");
  }

  private static String user(Engineer person, LocalDate day) {
    return entity("User", person.key())
        + "spec:\n  profile:\n    displayName: \"%s\"\n    email: %s\n  memberOf: [%s]\n"
            .formatted(person.name(), person.email(), person.team(day));
  }

  private static String component(String service, Story team) {
    return entity("Component", service)
        + "  annotations:\n    github.com/project-slug: example/%s\n".formatted(service)
        + "spec:\n  type: service\n  lifecycle: production\n  owner: %s\n  system: %s\n"
            .formatted(team.key(), team.tribe());
  }

  private static String entity(String kind, String name) {
    return "apiVersion: backstage.io/v1alpha1\nkind: %s\nmetadata:\n  name: %s\n"
        .formatted(kind, name);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
