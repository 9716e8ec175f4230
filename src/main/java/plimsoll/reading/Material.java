package plimsoll.reading;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.campaign.CampaignView;
import plimsoll.catalog.TeamView;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.delivery.metric.Metric;
import plimsoll.disclosure.Waves;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Outline;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Specimen;
import plimsoll.platform.ClaimShares;
import plimsoll.platform.Evidence;
import plimsoll.platform.Practice;
import plimsoll.readiness.Case;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Judge;
import plimsoll.readiness.PlatformFacts;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Recorded;
import plimsoll.readiness.Wave;
import plimsoll.readiness.WaveChange;
import plimsoll.roadmap.InitiativeType;
import plimsoll.roadmap.Known;
import plimsoll.roadmap.Wait;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;
import plimsoll.survey.Tally;

/**
 * All that goes into one reading, as of one moment. It holds single answers, so it never leaves
 * this room but for {@link Judge}.
 *
 * @param people how many people the catalog knew
 * @param campaign null when nobody was asked
 * @param platformTeam key of the team that runs the platform; null when not known
 * @param hierarchy the groups above the teams
 * @param rosters who was asked, by team; who was in the teams when nobody was asked
 * @param tallies how questions that are part of no score were answered
 * @param records events of the window; null for a cut that is taken again, like the fingerprints
 * @param fingerprintsBefore what the reading before saw; null when there is none
 * @param specimens what was read of the files of each service; none for a cut that is taken again
 * @param outlines of a file of these, by service and path
 * @param claims how what was asked of the platform fared; null when no claim was ever seen
 * @param previous what an earlier reading found that could carry a verdict; null when none could
 * @param waves what the readings of earlier cuts published, in the order of time
 * @param earlierRosters ids of the people behind scores that were published before, as far as they
 *     bear on what may be shown
 * @param published how often anything had been published when these were looked up
 * @param before the campaign before this one that a reading was taken from; null when there is none
 * @param known what initiatives that were checked taught
 * @param inputs what all of the above is, as digests
 */
record Material(
    Reading reading,
    int people,
    CampaignView campaign,
    Keying keying,
    List<TeamView> teams,
    Hierarchy hierarchy,
    Map<String, Set<UUID>> rosters,
    Map<String, List<Sheet>> sheets,
    List<Tally> tallies,
    DeliveryRecords.Cut records,
    List<Fingerprint> fingerprints,
    List<Fingerprint> fingerprintsBefore,
    List<Specimen> specimens,
    BiFunction<String, String, Outline> outlines,
    ClaimShares claims,
    PlatformFacts platform,
    String platformTeam,
    Findings previous,
    List<Findings.Wave> waves,
    Set<Set<String>> earlierRosters,
    long published,
    Wave before,
    Map<InitiativeType, Known> known,
    Inputs inputs) {

  /** Share of all people that must have been asked (measurement 2.3). */
  private static final double COVERAGE = 0.8;

  private static final double HOURS_OF_QUARTER = 365.25 / 4 * 24;

  /** In smaller teams a wait tells of one person. */
  private static final int ENOUGH_PEOPLE = 3;

  /** What one set of inputs always gives, so that a reading can be taken again. */
  long seed() {
    return Long.parseUnsignedLong(inputs.digest().substring(0, 16), 16);
  }

  /** How alike services are deployed; null when no manifest was read. */
  Divergence patterns() {
    return fingerprints.isEmpty() ? null : Divergence.of(fingerprints, fingerprintsBefore, seed());
  }

  /** What the files of services say together; null when none was read. */
  Landscape landscape() {
    return specimens.isEmpty() ? null : Landscape.of(specimens, outlines);
  }

  /**
   * @param claims how requests fared; null when no claim was ever seen
   */
  Case asCase(
      DeliveryFigures delivery, Divergence patterns, Landscape landscape, ClaimShares claims) {
    return new Case(
        reading.edition(),
        seed(),
        minimumGroup(),
        keying,
        hierarchy.groups(),
        members(),
        recorded(delivery, landscape),
        connected(delivery, landscape),
        patterns == null ? null : patterns.evidence(),
        (int) teams.stream().filter(team -> !team.services().isEmpty()).count(),
        platform.with(recorded(delivery, claims)),
        previous == null ? null : previous.readiness(),
        earlierRosters);
  }

  private static List<Recorded> recorded(DeliveryFigures delivery, Landscape landscape) {
    if (landscape == null) return delivery.recorded();
    return Stream.concat(delivery.recorded().stream(), landscape.recorded().stream()).toList();
  }

  private static Set<Criterion> connected(DeliveryFigures delivery, Landscape landscape) {
    var connected = new HashSet<>(delivery.connected());
    if (landscape != null) connected.add(Criterion.P3);
    return connected;
  }

  /** Who must use the platform and how it is planned has no way in yet. */
  private Evidence recorded(DeliveryFigures delivery, ClaimShares claims) {
    var tickets = platformTeam == null ? null : delivery.ticketsTo(platformTeam);
    return new Evidence(claims, tickets, Practice.unknown(), null);
  }

  /**
   * Whether it can carry a verdict on the whole organisation: the survey asks about every criterion
   * that a survey can speak to, and teams with four fifths of all people were asked.
   */
  boolean leading() {
    var asksAll =
        Stream.of(Criterion.values())
            .map(Criterion::construct)
            .allMatch(construct -> construct == null || keying.construct(construct).isPresent());
    long asked = rosters.values().stream().mapToLong(Set::size).sum();
    return campaign != null && asksAll && asked >= COVERAGE * people;
  }

  /** How many people each team has, by its key. */
  Map<String, Integer> heads() {
    return teams.stream()
        .collect(Collectors.toMap(TeamView::key, team -> roster(team.key()).size()));
  }

  /**
   * What each team waited for tickets of other teams, in hours for each of its people and quarter:
   * the median wait, as often as one was recorded.
   */
  List<Wait> waits(DeliveryFigures delivery) {
    double quarters = Duration.between(reading.from(), reading.to()).toHours() / HOURS_OF_QUARTER;
    return delivery.teams().stream()
        .filter(scope -> scope.team() != null && roster(scope.team()).size() >= ENOUGH_PEOPLE)
        .filter(scope -> scope.whole().metrics().ticketWait().weighs())
        .map(scope -> wait(scope.team(), scope.whole().metrics().ticketWait(), quarters))
        .toList();
  }

  private Wait wait(String team, Metric wait, double quarters) {
    double hours = wait.value() / 3600 * wait.n();
    return new Wait(Criterion.D2, team, hours / roster(team).size() / quarters);
  }

  /** Who was asked in the teams of which somebody answered. */
  Map<String, Set<UUID>> heard() {
    return Rosters.heard(rosters, sheets);
  }

  Findings.Cut described(Readiness readiness) {
    return new Findings.Cut(
        reading.from(),
        reading.to(),
        campaign == null ? null : campaign.title(),
        campaign == null ? null : campaign.survey() + "-" + campaign.edition(),
        readiness.methodEdition(),
        minimumGroup(),
        inputs.digest(),
        readiness.invited(),
        readiness.answered(),
        readiness.response());
  }

  Findings.Wave wave(UUID id, Readiness readiness, Divergence patterns, Landscape landscape) {
    return new Findings.Wave(
        id,
        reading.to(),
        campaign == null ? null : campaign.title(),
        readiness.methodEdition(),
        readiness.criteria().stream()
            .collect(
                Collectors.toMap(
                    Readiness.CriterionResult::criterion, Readiness.CriterionResult::joined)),
        readiness.load(),
        asked(),
        Findings.Apart.of(patterns, landscape));
  }

  private Map<Criterion, List<String>> asked() {
    return Stream.of(Criterion.values())
        .filter(each -> each.construct() != null)
        .flatMap(each -> keying.construct(each.construct()).map(c -> Map.entry(each, c)).stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> each.getValue().items().stream().map(Keying.Keyed::item).toList()));
  }

  /** How questions that are part of no score were answered, as it may be shown. */
  List<ItemResult> items() {
    var people = Rosters.text(heard().values().stream().flatMap(Set::stream).toList());
    return ItemResult.of(tallies, Waves.hardlyChanged(people, earlierRosters));
  }

  /** How the organisation's answers moved since the campaign before; none where there was none. */
  List<WaveChange> changes(Readiness readiness) {
    if (before == null) return List.of();
    return WaveChange.between(before, new Wave(readiness, keying, members()));
  }

  /** The waves of earlier readings with this one at the end. */
  List<Findings.Wave> trend(Findings.Wave last) {
    return Stream.concat(waves.stream(), Stream.of(last)).toList();
  }

  private int minimumGroup() {
    return campaign == null ? Gathering.USUAL_GROUP : campaign.minimumGroup();
  }

  private List<Case.Team> members() {
    return teams.stream().map(this::team).toList();
  }

  private Case.Team team(TeamView team) {
    var people = roster(team.key());
    return new Case.Team(
        team.key(),
        team.name(),
        hierarchy.groupOf(team.key()),
        people.size(),
        Rosters.text(people),
        sheets.getOrDefault(team.key(), List.of()));
  }

  private Set<UUID> roster(String team) {
    return rosters.getOrDefault(team, Set.of());
  }
}
