package plimsoll.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who belongs to which team. A person's own statement replaces the earlier one by the same source,
 * and so does a team's: that is how somebody moves.
 */
final class Belonging {
  private final Taking taking;
  private final Rolls rolls;
  private final Map<Link, Membership> held = new HashMap<>();
  private final Set<Link> statedByPeople = new LinkedHashSet<>();
  private final Set<Link> statedByTeams = new LinkedHashSet<>();
  private final Set<UUID> speakingPeople = new HashSet<>();
  private final Set<UUID> speakingTeams = new HashSet<>();

  Belonging(List<Membership> memberships, Rolls rolls, Taking taking) {
    this.taking = taking;
    this.rolls = rolls;
    memberships.stream().filter(Membership::isOpen).forEach(one -> held.put(Link.of(one), one));
  }

  void take(Listing listing) {
    listing.people().stream().filter(one -> one.teams() != null).forEach(this::hear);
    listing.teams().stream().filter(one -> one.members() != null).forEach(this::hear);
    statedByPeople.forEach(link -> membership(link).statedByPerson());
    statedByTeams.forEach(link -> membership(link).statedByTeam());
    held.forEach(this::endIfStatedNoMore);
  }

  void endTheRest() {
    held.forEach(this::endUnlessStated);
  }

  private void hear(Listing.PersonEntry entry) {
    var person = rolls.person(entry.key()).id();
    speakingPeople.add(person);
    entry.teams().forEach(team -> statedByPeople.add(new Link(person, rolls.team(team).id())));
  }

  private void hear(Listing.TeamEntry entry) {
    var team = rolls.team(entry.key()).id();
    speakingTeams.add(team);
    entry.members().forEach(one -> statedByTeams.add(new Link(rolls.person(one).id(), team)));
  }

  private Membership membership(Link link) {
    return held.computeIfAbsent(link, this::begin);
  }

  private Membership begin(Link link) {
    noteChange(link);
    var begun = new Membership(link.person(), link.team(), taking.at(), taking.source());
    return taking.ledger().make(begun);
  }

  private void endIfStatedNoMore(Link link, Membership membership) {
    if (!isOurs(membership)) {
      return;
    }
    if (speakingPeople.contains(link.person()) && !statedByPeople.contains(link)) {
      membership.personStatesItNoMore(taking.at());
    }
    if (speakingTeams.contains(link.team()) && !statedByTeams.contains(link)) {
      membership.teamStatesItNoMore(taking.at());
    }
    if (!membership.isOpen()) {
      noteChange(link);
    }
  }

  private void endUnlessStated(Link link, Membership membership) {
    var stated = statedByPeople.contains(link) || statedByTeams.contains(link);
    if (membership.isOpen() && isOurs(membership) && !stated) {
      membership.end(taking.at());
      noteChange(link);
    }
  }

  private boolean isOurs(Membership membership) {
    return membership.source().equals(taking.source());
  }

  private void noteChange(Link link) {
    taking.ledger().touch(rolls.person(link.person()), true);
  }

  private record Link(UUID person, UUID team) {
    static Link of(Membership membership) {
      return new Link(membership.person(), membership.team());
    }
  }
}
