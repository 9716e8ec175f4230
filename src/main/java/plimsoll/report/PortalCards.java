package plimsoll.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.catalog.Services;
import plimsoll.catalog.Teams;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Profile;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;
import plimsoll.workload.Fingerprints;

/** Makes the cards that a developer portal shows, of the latest reading. */
@ApplicationScoped
@Transactional
public class PortalCards {
  @Inject Readings readings;
  @Inject Teams teams;
  @Inject Services services;
  @Inject Fingerprints fingerprints;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  /**
   * @param kind "group" or "component", in any letter case
   * @throws Refusal 404 when there is no such entity, or none of this kind is known here
   */
  PortalCard of(String kind, String namespace, String name) {
    var small = kind.toLowerCase(Locale.ROOT);
    var entity = (small + ":" + namespace + "/" + name).toLowerCase(Locale.ROOT);
    var key = key(namespace.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    return switch (small) {
      case "group" -> group(entity, key);
      case "component" -> component(entity, key);
      default -> throw Refusal.notFound("entity that a card is made of: a group or a component");
    };
  }

  /** As the catalog makes keys of references. */
  private static String key(String namespace, String name) {
    return namespace.equals("default") ? name : namespace + ":" + name;
  }

  private PortalCard group(String entity, String key) {
    var team =
        teams.on(clock.instant()).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("team"));
    return card(entity, team.name(), team.key(), List.of(), null);
  }

  private PortalCard component(String entity, String key) {
    var service =
        services.on(clock.instant()).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("service"));
    return card(entity, service.name(), service.team(), traits(key), "/workloads/" + path(key));
  }

  private List<PortalCard.Trait> traits(String service) {
    return fingerprints
        .profile(service, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))
        .map(Profile::traits)
        .map(
            found ->
                found.entrySet().stream().map(one -> trait(one.getKey(), one.getValue())).toList())
        .orElse(List.of());
  }

  private static PortalCard.Trait trait(plimsoll.pattern.Trait trait, Finding finding) {
    var evidence = finding.evidence();
    var where =
        evidence == null
            ? null
            : evidence.path() + (evidence.line() > 0 ? ":" + evidence.line() : "");
    return new PortalCard.Trait(
        trait.name(), trait.title(), finding.answer().name(), finding.why(), where);
  }

  private PortalCard card(
      String entity, String title, String team, List<PortalCard.Trait> traits, String service) {
    var reading = readings.latest().orElse(null);
    var findings = reading == null ? null : readings.findings(reading);
    var result =
        findings == null || team == null
            ? null
            : findings.readiness().teams().stream()
                .filter(one -> one.team().equals(team))
                .findFirst()
                .orElse(null);
    return new PortalCard(
        PortalCard.VERSION,
        entity,
        title,
        team,
        reading == null ? null : PortalCard.Of.of(reading, findings),
        sentence(reading, team, result),
        PortalCard.verdict(result),
        result == null ? null : PortalCard.Score.of(result.load()),
        result == null
            ? List.of()
            : result.criteria().stream().map(PortalCard.Criterion::of).toList(),
        traits,
        new PortalCard.Links(
            result == null ? null : absolute("/readings/" + reading.id() + "/teams/" + path(team)),
            service == null ? null : absolute(service),
            absolute("/"),
            absolute(MethodPages.PATH)));
  }

  private static String sentence(Reading reading, String team, TeamResult result) {
    if (team == null) return "No team that is known here owns it, so no reading speaks of it.";
    if (reading == null) return "No reading was taken yet.";
    return result == null
        ? "The latest reading does not speak of this team."
        : Sentences.verdict(result.verdict());
  }

  private String absolute(String path) {
    return URI.create(address).resolve(path).toString();
  }

  private static String path(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
