package plimsoll.demonstration;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.demonstration.Organisation.Engineer;

/** Writes an organisation as a Backstage catalog would export it. */
final class CatalogText {
  private static final String TEMPLATE = "web-service";

  /** Shares of services of which the portal shows documentation, an API, and their template. */
  private static final double DOCUMENTED = 0.7;

  private static final double SERVED = 0.6;
  private static final double TEMPLATED = 0.15;

  private CatalogText() {}

  static String of(Organisation organisation, LocalDate day) {
    var tribes = organisation.teams().stream().map(Story::tribe).distinct();
    return Stream.of(
            Stream.of(group("company", "The company", "organization", null)),
            tribes.map(tribe -> group(tribe, capital(tribe), "department", "company")),
            Stream.of(template(TEMPLATE, "Web service"), template("batch-job", "Batch job")),
            organisation.teams().stream().flatMap(team -> team(team, organisation, day)),
            organisation.people().stream()
                .filter(person -> person.team(day) != null)
                .map(person -> user(person, day)))
        .flatMap(documents -> documents)
        .collect(Collectors.joining("---\n"));
  }

  private static Stream<String> team(Story team, Organisation organisation, LocalDate day) {
    return Stream.concat(
        Stream.of(group(team.key(), team.name(), "team", team.tribe())),
        team.services().stream()
            .map(
                service ->
                    component(service, team, Portrait.of(organisation, service, team, day))));
  }

  /** What the portal shows of a service beside who owns it. */
  private record Portrait(boolean documented, boolean served, boolean templated) {

    /** The last thing that teams put right is where a service came from. */
    static Portrait of(Organisation organisation, String service, Story team, LocalDate day) {
      var chance = new Chance(organisation.parameters().seed(), "portal", service);
      return new Portrait(
          chance.happens(DOCUMENTED),
          chance.happens(SERVED),
          team.key().equals(Story.SHARER)
              || !day.isBefore(organisation.moved()) && chance.happens(TEMPLATED));
    }
  }

  private static String template(String name, String title) {
    return entity("Template", name) + "  title: %s\nspec:\n  type: service\n".formatted(title);
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

  private static String component(String service, Story team, Portrait portrait) {
    return entity("Component", service)
        + "  annotations:\n    github.com/project-slug: example/%s\n".formatted(service)
        + (portrait.documented() ? "    backstage.io/techdocs-ref: dir:.\n" : "")
        + (portrait.templated() ? "    backstage.io/source-template: " + TEMPLATE + "\n" : "")
        + "spec:\n  type: service\n  lifecycle: production\n  owner: %s\n  system: %s\n"
            .formatted(team.key(), team.tribe())
        + (portrait.served() ? "  providesApis: [%s-api]\n".formatted(service) : "");
  }

  private static String entity(String kind, String name) {
    return "apiVersion: backstage.io/v1alpha1\nkind: %s\nmetadata:\n  name: %s\n"
        .formatted(kind, name);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
