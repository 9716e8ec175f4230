package plimsoll.reading;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Campaigns;
import plimsoll.campaign.Invitations;
import plimsoll.catalog.People;
import plimsoll.catalog.Services;
import plimsoll.catalog.TeamView;
import plimsoll.catalog.Teams;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.estate.SelfService;
import plimsoll.json.Json;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.pattern.landscape.Specimen;
import plimsoll.questionnaire.Surveys;
import plimsoll.readiness.Case;
import plimsoll.readiness.Edition;
import plimsoll.readiness.PlatformFacts;
import plimsoll.readiness.Wave;
import plimsoll.response.Ballots;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;
import plimsoll.workload.Fingerprints;

/** Gathers what a reading is taken from, all as of one moment and in one transaction. */
@ApplicationScoped
@Transactional
public class Gathering {
  static final int USUAL_GROUP = 5;

  /** A verdict, a trend and a change look back at so many readings: five years of quarters. */
  private static final int LOOK_BACK = 20;

  @Inject Readings readings;
  @Inject Lessons lessons;
  @Inject PublishedRosters published;
  @Inject Teams teams;
  @Inject People people;
  @Inject Services services;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Surveys surveys;
  @Inject Ballots ballots;
  @Inject DeliveryRecords delivery;
  @Inject Fingerprints fingerprints;
  @Inject SelfService selfService;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  @Inject
  @ConfigProperty(name = "plimsoll.platform.name")
  Optional<String> platform;

  /** Key of the team that runs it. */
  @Inject
  @ConfigProperty(name = "plimsoll.platform.team")
  Optional<String> platformTeam;

  Material cut(Reading reading) {
    var campaign = Optional.ofNullable(reading.campaign()).map(campaigns::get).orElse(null);
    var standing = teams.on(reading.to());
    var named = named(standing, campaign);
    var hierarchy = Hierarchy.of(named, teams.groups(reading.to()));
    var rosters = rosters(campaign, standing, reading.to());
    var sheets = campaign == null ? Map.<String, List<Sheet>>of() : ballots.of(campaign.id());
    var earlier = earlier(reading);
    var first = readings.find(reading.first()).orElseThrow();
    var taught = lessons.by(first.claimedAt());
    var until = reading.retakeOf() == null ? Instant.MAX : first.takenAt();
    long number = published.number();
    var shown = published.bearingOn(Rosters.heard(rosters, sheets), until);
    var records = reading.retakeOf() == null ? events(reading) : null;
    var prints = reading.retakeOf() == null ? patterns(reading) : List.<Fingerprint>of();
    var specimens = reading.retakeOf() == null ? specimens(reading) : List.<Specimen>of();
    var printsBefore = patternsBefore(reading, earlier);
    var claims = records == null ? null : selfService.shares(reading.from(), reading.to(), records);
    var inputs =
        Inputs.none()
            .with(
                "the window and the platform's name",
                d ->
                    d.add(reading.from(), reading.to(), zone.getId(), platform.orElse(""))
                        .add(platformTeam.orElse("")))
            .with("the survey", d -> d.add(campaign == null ? "" : campaign.surveyDigest()))
            .with(
                "the teams and who was asked",
                d -> d.add(standing, hierarchy).addUnordered(listed(rosters)))
            .with(Inputs.ANSWERS, d -> d.addUnordered(sheets))
            .with(
                "the readings before it",
                d -> d.add(earlier.stream().map(Gathering::told).toList()))
            .with(
                "whose scores were shown before",
                d -> d.addUnordered(Map.of("shown", shown.stream().map(TreeSet::new).toList())))
            .with("what initiatives taught", d -> d.add(taught.toArray()));
    inputs =
        reading.retakeOf() == null
            ? inputs
                .with(Inputs.EVENTS, d -> told(d, records))
                .with(Inputs.PATTERNS, d -> d.add(prints, printsBefore, specimens))
                .with(Inputs.CLAIMS, d -> d.add(claims))
            : inputs.withRecordsOf(Json.read(first.inputs(), Inputs.class));
    return new Material(
        reading,
        people.count(reading.to()),
        campaign,
        campaign == null ? new Keying(List.of()) : keying(campaign),
        named,
        hierarchy,
        rosters,
        sheets,
        campaign == null ? List.of() : ballots.tallies(campaign.id()),
        records,
        prints,
        printsBefore,
        specimens,
        (service, path) -> outline(reading, service, path),
        claims,
        platform.map(PlatformFacts::named).orElseGet(PlatformFacts::none),
        platformTeam.orElse(null),
        earlier.stream().filter(Reading::leading).findFirst().map(readings::findings).orElse(null),
        earlier.stream().findFirst().map(readings::findings).map(Findings::trend).orElse(List.of()),
        shown,
        number,
        before(reading, campaign, earlier),
        Lessons.known(taught),
        inputs);
  }

  /** Whether the answers that a reading was taken from are all there still. */
  boolean answersKept(Reading reading) {
    if (reading.campaign() == null) return true;
    var now =
        Inputs.none().with(Inputs.ANSWERS, d -> d.addUnordered(ballots.of(reading.campaign())));
    return now.unlike(Json.read(reading.inputs(), Inputs.class)).isEmpty();
  }

  private static Map<String, List<UUID>> listed(Map<String, Set<UUID>> rosters) {
    return rosters.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, one -> List.copyOf(one.getValue())));
  }

  /** With the edition, because what another edition said before is another thing to go on from. */
  private static String told(Reading earlier) {
    return earlier.digest() + " " + earlier.edition().name();
  }

  private static Digest told(Digest digest, DeliveryRecords.Cut records) {
    var ledger = records.ledger();
    return digest.add(
        ledger.production(),
        ledger.incidents(),
        ledger.events().tickets(),
        ledger.events().claims());
  }

  private DeliveryRecords.Cut events(Reading reading) {
    return delivery.cut(reading.from(), reading.to(), reading.to());
  }

  private List<Fingerprint> patterns(Reading reading) {
    return fingerprints.current(day(reading), services.ownersAt(reading.to()));
  }

  private List<Specimen> specimens(Reading reading) {
    var owners = services.ownersAt(reading.to());
    var found = new ArrayList<Specimen>();
    fingerprints.eachProfile(
        day(reading),
        owners.keySet(),
        profile -> found.add(Specimen.of(profile, owners.get(profile.service()))));
    return found;
  }

  /** Null where the service has no such file. */
  private Outline outline(Reading reading, String service, String path) {
    return fingerprints.profile(service, day(reading)).map(Profile::outlines).stream()
        .flatMap(List::stream)
        .filter(outline -> outline.path().equals(path))
        .findFirst()
        .orElse(null);
  }

  private LocalDate day(Reading reading) {
    return LocalDate.ofInstant(reading.to(), zone);
  }

  /** What the reading before saw; null when there is none, or a cut is taken again. */
  private List<Fingerprint> patternsBefore(Reading reading, List<Reading> earlier) {
    return reading.retakeOf() != null || earlier.isEmpty() ? null : patterns(earlier.get(0));
  }

  private Keying keying(CampaignView campaign) {
    return surveys.get(campaign.survey(), campaign.edition()).keying();
  }

  private Map<String, Set<UUID>> rosters(
      CampaignView campaign, List<TeamView> standing, Instant at) {
    if (campaign != null) {
      return invitations.rosters(campaign.id());
    }
    var rosters = new TreeMap<String, Set<UUID>>();
    var all = teams.rosters(at);
    standing.forEach(team -> rosters.put(team.key(), all.getOrDefault(team.key(), Set.of())));
    return rosters;
  }

  /** Teams that were asked but stand no more are read too, under the name they had. */
  private static List<TeamView> named(List<TeamView> standing, CampaignView campaign) {
    var all = new ArrayList<>(standing);
    if (campaign != null) {
      campaign.teams().stream()
          .filter(asked -> standing.stream().noneMatch(team -> team.key().equals(asked.key())))
          .forEach(
              gone -> all.add(new TeamView(gone.key(), gone.name(), null, null, 0, List.of())));
    }
    return all;
  }

  /**
   * The last campaign before this one that was read; null where there is none with answers, and for
   * a cut that is taken again: its change is known, and the older answers may be deleted by then.
   */
  private Wave before(Reading reading, CampaignView campaign, List<Reading> earlier) {
    if (campaign == null || reading.retakeOf() != null) return null;
    return earlier.stream()
        .filter(other -> other.campaign() != null && !other.campaign().equals(campaign.id()))
        .findFirst()
        .map(this::wave)
        .orElse(null);
  }

  private Wave wave(Reading earlier) {
    var campaign = campaigns.get(earlier.campaign());
    var rosters = invitations.rosters(campaign.id());
    var sheets = ballots.of(campaign.id());
    // Nobody answered, or the answers are deleted by now: there is nothing to compare with.
    if (sheets.isEmpty()) return null;
    var asked =
        campaign.teams().stream()
            .map(
                team ->
                    new Case.Team(
                        team.key(),
                        team.name(),
                        rosters.getOrDefault(team.key(), Set.of()).size(),
                        Set.of(),
                        sheets.getOrDefault(team.key(), List.of())))
            .toList();
    return new Wave(readings.findings(earlier).readiness(), keying(campaign), asked);
  }

  /**
   * What was read before: of each earlier cut the reading that was taken last. For a cut that is
   * taken again it is what the first reading of it knew.
   */
  private List<Reading> earlier(Reading reading) {
    var gathered = readings.find(reading.first()).orElseThrow().claimedAt();
    var cuts = new HashSet<UUID>();
    return readings.before(reading.to(), gathered, LOOK_BACK * Edition.ALL.size()).stream()
        .filter(other -> cuts.add(other.first()))
        .limit(LOOK_BACK)
        .toList();
  }
}
