package plimsoll.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.campaign.CampaignView;
import plimsoll.catalog.TeamView;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Fingerprint;
import plimsoll.readiness.Case;
import plimsoll.readiness.Judge;
import plimsoll.readiness.PlatformFacts;
import plimsoll.readiness.Readiness;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/**
 * All that goes into one reading, as of one moment. It holds single answers, so it never leaves
 * this room but for {@link Judge}.
 *
 * @param campaign null when nobody was asked
 * @param rosters who was asked, by team; who was in the teams when nobody was asked
 * @param earlier findings of readings of earlier cuts, the latest first
 * @param earlierRosters whose scores those published, in the same order
 * @param digest SHA-256 of all of the above, in hexadecimal
 */
record Material(
    Reading reading,
    CampaignView campaign,
    Keying keying,
    List<TeamView> teams,
    Map<String, Set<UUID>> rosters,
    Map<String, List<Sheet>> sheets,
    DeliveryRecords.Cut records,
    List<Fingerprint> fingerprints,
    PlatformFacts platform,
    List<Findings> earlier,
    List<Rosters> earlierRosters,
    String digest) {

  /** What one set of inputs always gives, so that a reading can be taken again. */
  long seed() {
    return Long.parseUnsignedLong(digest.substring(0, 16), 16);
  }

  Case asCase(DeliveryFigures delivery, Divergence patterns) {
    return new Case(
        Judge.EDITION,
        seed(),
        minimumGroup(),
        keying,
        teams.stream().map(this::team).toList(),
        delivery.recorded(),
        delivery.connected(),
        patterns == null ? null : patterns.evidence(),
        (int) teams.stream().filter(team -> !team.services().isEmpty()).count(),
        platform,
        lastAsked(),
        earlierRosters.stream().map(Rosters::asText).toList());
  }

  /** How many people each team has, by its key. */
  Map<String, Integer> heads() {
    return teams.stream()
        .collect(Collectors.toMap(TeamView::key, team -> roster(team.key()).size()));
  }

  Findings.Cut described(Readiness readiness) {
    return new Findings.Cut(
        reading.from(),
        reading.to(),
        campaign == null ? null : campaign.title(),
        campaign == null ? null : campaign.survey() + "-" + campaign.edition(),
        readiness.methodEdition(),
        minimumGroup(),
        digest,
        readiness.invited(),
        readiness.answered());
  }

  Findings.Wave wave(UUID id, Readiness readiness) {
    return new Findings.Wave(
        id,
        reading.to(),
        campaign == null ? null : campaign.title(),
        readiness.methodEdition(),
        readiness.criteria().stream()
            .collect(
                Collectors.toMap(
                    Readiness.CriterionResult::criterion, Readiness.CriterionResult::joined)),
        readiness.load());
  }

  /** The waves of earlier readings with this one at the end. */
  List<Findings.Wave> trend(Findings.Wave last) {
    var before = new ArrayList<Findings.Wave>();
    if (!earlier.isEmpty()) {
      before.addAll(earlier.get(0).trend());
    }
    return Stream.concat(before.stream(), Stream.of(last)).toList();
  }

  /** A reading without answers says nothing of a verdict, so it neither holds nor breaks one. */
  private Readiness lastAsked() {
    return earlier.stream()
        .filter(findings -> findings.cut().campaign() != null)
        .map(Findings::readiness)
        .findFirst()
        .orElse(null);
  }

  private int minimumGroup() {
    return campaign == null ? Gathering.USUAL_GROUP : campaign.minimumGroup();
  }

  private Case.Team team(TeamView team) {
    var people = roster(team.key());
    return new Case.Team(
        team.key(),
        team.name(),
        people.size(),
        Rosters.text(people),
        sheets.getOrDefault(team.key(), List.of()));
  }

  private Set<UUID> roster(String team) {
    return rosters.getOrDefault(team, Set.of());
  }
}
