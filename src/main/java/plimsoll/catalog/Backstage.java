package plimsoll.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what entities of Backstage state: Groups become teams, Users people, Components services,
 * and Templates are counted by what came from them. Other kinds, newer ones too, are counted and
 * left out.
 *
 * @see <a href="https://backstage.io/docs/features/software-catalog/descriptor-format">the
 *     format</a>
 */
final class Backstage {
  /** Annotations under whose value the events of a service may come. */
  private static final List<String> ALIASES =
      List.of(
          "github.com/project-slug",
          "gitlab.com/project-slug",
          "bitbucket.org/project-slug",
          "argocd/app-name",
          "backstage.io/kubernetes-id",
          "pagerduty.com/service-id");

  private static final int TEXT_LENGTH_MAX = 300;
  private static final int ADDRESS_LENGTH_MAX = 2000;

  private final Map<String, Listing.TeamEntry> teams = new LinkedHashMap<>();
  private final Map<String, Listing.PersonEntry> people = new LinkedHashMap<>();
  private final Map<String, Listing.ServiceEntry> services = new LinkedHashMap<>();
  private final Map<String, Listing.TemplateEntry> templates = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<Integer>> ignored = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  private Backstage() {}

  static Listing read(Documents documents) {
    var reading = new Backstage();
    documents.all().forEach(reading::take);
    return reading.listing(documents.morePages());
  }

  private void take(Document document) {
    try {
      if (document.fault() != null) {
        throw new Entity.WrongException(document.fault());
      }
      if (Entity.isForeign(document.content())) {
        ignore(document.number(), "another tool's");
      } else {
        take(Entity.read(document.number(), document.content()));
      }
    } catch (Entity.WrongException e) {
      problems.add(new Problem(document.number(), e.getMessage()));
    }
  }

  private void take(Entity entity) throws Entity.WrongException {
    if (Stream.of(entity.title(), entity.email().orElse(""), entity.spec("type").orElse(""))
        .anyMatch(text -> text.length() > TEXT_LENGTH_MAX)) {
      throw new Entity.WrongException(
          "A name, mail address or type is longer than 300 characters.");
    }
    switch (entity.self().kind()) {
      case "group" -> group(entity);
      case "user" -> user(entity);
      case "component" -> component(entity);
      case "template" -> template(entity);
      default -> ignore(entity.document(), entity.self().kind());
    }
  }

  private void group(Entity group) throws Entity.WrongException {
    var key = group.self().key();
    group.all("children", "parentOf", "group").forEach(child -> parents.put(child.key(), key));
    var members = group.all("members", "hasMember", "user");
    once(
        teams,
        key,
        new Listing.TeamEntry(
            group.document(),
            key,
            group.title(),
            group.spec("type").orElse(null),
            group.email().orElse(null),
            group.one("parent", "childOf", "group").map(Reference::key).orElse(null),
            zone(group),
            group.states("members", "hasMember") ? keys(members) : null));
  }

  private String zone(Entity group) {
    var stated = group.annotation("plimsoll/zone").orElse(null);
    if (stated != null && !Zones.known(stated)) {
      notes.add(new Problem(group.document(), Zones.unknown(stated)));
      return null;
    }
    return stated;
  }

  private void user(Entity user) throws Entity.WrongException {
    var key = user.self().key();
    var teams = user.all("memberOf", "memberOf", "group");
    once(
        people,
        key,
        new Listing.PersonEntry(
            user.document(),
            key,
            user.title(),
            user.email().orElse(null),
            user.states("memberOf", "memberOf") ? keys(teams) : null));
  }

  private void component(Entity component) throws Entity.WrongException {
    var key = component.self().key();
    var email = component.spec("owner").filter(Backstage::isMail);
    var owner = component.one("owner", "ownedBy", "group").filter(found -> email.isEmpty());
    owner.filter(found -> !found.isGroup()).ifPresent(found -> noteOwner(component, found));
    once(
        services,
        key,
        new Listing.ServiceEntry(
            component.document(),
            key,
            component.title(),
            component.spec("type").orElse(null),
            component.spec("lifecycle").map(Backstage::cut).orElse(null),
            component
                .one("system", "partOf", "system")
                .filter(system -> system.kind().equals("system"))
                .map(Reference::key)
                .orElse(null),
            owner.filter(Reference::isGroup).map(Reference::key).orElse(null),
            email.orElse(null),
            location(component).filter(text -> text.length() <= ADDRESS_LENGTH_MAX).orElse(null),
            ALIASES.stream().flatMap(name -> component.annotation(name).stream()).toList(),
            portal(component)));
  }

  private void template(Entity template) throws Entity.WrongException {
    var key = template.self().key();
    once(templates, key, new Listing.TemplateEntry(template.document(), key, template.title()));
  }

  /** What the portal shows of it besides. */
  private static Portal portal(Entity component) {
    var template =
        component
            .one("scaffoldedFrom", "scaffoldedFrom", "template")
            .or(() -> component.referred("backstage.io/source-template", "template"))
            .filter(found -> found.kind().equals("template"));
    return new Portal(
        component.annotation("backstage.io/techdocs-ref").isPresent(),
        component.all("providesApis", "providesApi", "api").size(),
        template.map(Reference::key).orElse(null));
  }

  private static boolean isMail(String owner) {
    return owner.matches("[^@\\s:/]+@[^@\\s:/]+");
  }

  private static String cut(String text) {
    return text.length() > 100 ? text.substring(0, 100) : text;
  }

  private static Optional<String> location(Entity component) {
    return component
        .annotation("backstage.io/source-location")
        .or(
            () ->
                component.annotation("github.com/project-slug").map("https://github.com/"::concat))
        .or(() -> component.annotation("backstage.io/managed-by-location"))
        .map(place -> place.replaceFirst("^url:", ""));
  }

  private void noteOwner(Entity component, Reference owner) {
    notes.add(
        new Problem(
            component.document(),
            "%s is owned by the %s %s and not by a team, so its deployments count for no team."
                .formatted(component.name(), owner.kind(), owner.key())));
  }

  private static List<String> keys(List<Reference> references) {
    return references.stream().map(Reference::key).distinct().toList();
  }

  private static <T> void once(Map<String, T> entries, String key, T entry)
      throws Entity.WrongException {
    if (entries.putIfAbsent(key, entry) != null) {
      throw new Entity.WrongException(
          "\"%s\" was described before in this import; the first one was taken.".formatted(key));
    }
  }

  private void ignore(int document, String kind) {
    ignored.computeIfAbsent(kind, unused -> new ArrayList<>()).add(document);
  }

  private Listing listing(boolean morePages) {
    ignored.forEach(
        (kind, documents) ->
            notes.add(
                new Problem(
                    documents.get(0),
                    "%d of kind %s: not used here.".formatted(documents.size(), kind))));
    return new Listing(
        teams.values().stream().map(this::withParent).toList(),
        List.copyOf(people.values()),
        List.copyOf(services.values()),
        List.copyOf(templates.values()),
        problems,
        notes,
        ignored.values().stream().mapToInt(List::size).sum(),
        morePages);
  }

  /** A parent may name its children, and they not it. */
  private Listing.TeamEntry withParent(Listing.TeamEntry team) {
    var parent = team.parent() == null ? parents.get(team.key()) : team.parent();
    return new Listing.TeamEntry(
        team.document(),
        team.key(),
        team.name(),
        team.kind(),
        team.email(),
        parent,
        team.zone(),
        team.members());
  }
}
