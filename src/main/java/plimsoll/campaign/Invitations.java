package plimsoll.campaign;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import plimsoll.access.Refusal;
import plimsoll.access.Secret;
import plimsoll.catalog.People;
import plimsoll.catalog.PersonView;
import plimsoll.rota.Turn;

/** Who was asked in a campaign, and whether an answer came. */
@ApplicationScoped
@Transactional
public class Invitations {
  /** One statement, so that of many at once exactly one changes the row. */
  private static final String CLAIM =
      "update invitation set submitted = true where id = cast(?1 as uuid) and submitted = false"
          + " and exists (select 1 from campaign c where c.id = campaign_id"
          + " and c.closed_at is null)";

  private static final String COUNTED =
      "select i.team, i.submitted, count(i.id) from Invitation i where i.campaign = :id"
          + " group by i.team, i.submitted";

  /** Those that were kept when it was forgotten who answered. */
  private static final String KEPT =
      "select t.key, t.invited, t.answered from CampaignTeam t where t.campaign = :id"
          + " and t.invited > 0";

  /** Without it the database session keeps each row twice, to be compared when it ends. */
  private static final String READ_ONLY = "eclipselink.read-only";

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject People people;
  @Inject Vault vault;
  @Inject Budget budget;
  @Inject CampaignLetters letters;

  /**
   * What an invitation round did.
   *
   * @param invited people who are asked from now on
   * @param alreadyInvited people who were asked before
   * @param undeliverable people of this round whom no letter can reach: no address is known, or
   *     they want no mail; 0 where links are handed out by hand
   */
  public record Round(int invited, int alreadyInvited, int undeliverable) {}

  /** How many of a team were asked, and how many answered. */
  public record Count(int invited, int answered) {

    Count plus(Count other) {
      return new Count(invited + other.invited, answered + other.answered);
    }
  }

  /**
   * One person's link.
   *
   * @param email null when none is known
   */
  public record Link(String team, String name, String email, String token) {}

  /**
   * Asks everybody who is in the campaign's teams and was not asked yet. Whoever is in several
   * teams is asked once, as a member of the first by key. Repeating it asks nobody twice.
   *
   * @param at the moment whose teams count
   * @throws Refusal 404 when there is no such campaign, 410 when it is closed, 422 when fewer
   *     people than its minimum group would be asked in all
   */
  public Round invite(UUID campaign, Instant at) {
    campaigns.hold(campaign);
    var view = campaigns.get(campaign);
    if (view.state(at) == CampaignView.State.CLOSED) {
      throw new Refusal(410, "This campaign is closed. Make a new one to ask again.");
    }
    Set<UUID> before = of(campaign).stream().map(Invitation::person).collect(toSet());
    var members = asked(view, at);
    var fresh = chosen(view, members, before);
    if (before.size() + fresh.size() < view.minimumGroup()) {
      var found = new HashSet<>(before);
      found.addAll(members.keySet());
      throw Refusal.wrong("/teams", tooFew(view, found.size(), before.size() + fresh.size()));
    }
    var made = ask(campaign, fresh, before.size());
    database.flush();
    int unreachable = letters.invite(view, made, before.isEmpty(), at);
    int again = (int) members.keySet().stream().filter(before::contains).count();
    return new Round(made.size() - unreachable, again, unreachable);
  }

  /** A sample is drawn once: whoever joins later is not asked, as others were not. */
  private Map<UUID, String> chosen(
      CampaignView campaign, Map<UUID, String> members, Set<UUID> before) {
    if (campaign.sample() != null && !before.isEmpty()) return Map.of();
    var fresh = without(members, before);
    var draw = budget.draw(campaign, fresh, vault.get(campaign.id())::lot);
    campaigns.leaveOut(campaign.id(), draw.leftOut());
    return draw.asked().stream().collect(toMap(Turn::person, Turn::team));
  }

  private String tooFew(CampaignView campaign, int found, int askable) {
    return found < campaign.minimumGroup()
        ? Plan.tooFew(found, campaign.minimumGroup())
        : "Of "
            + found
            + " people in these teams "
            + askable
            + " can be asked: the others have been asked for "
            + budget.minutes()
            + " minutes this quarter. A campaign needs "
            + campaign.minimumGroup()
            + " or more, its minimum group.";
  }

  /**
   * Which part of a bank of items is asked behind a link, from 0. Kept so that nobody without the
   * campaign's key can tell: which items were answered would else narrow down who did.
   */
  public int place(Seat seat) {
    var invitation = database.find(Invitation.class, seat.invitation());
    return invitation.place(vault.get(seat.campaign()));
  }

  /**
   * What a link leads to; empty when it leads nowhere. Looked up by hash, so time tells nothing; by
   * one query, because each answer that comes in asks for both.
   */
  public Optional<Behind> behind(String token) {
    return database
        .createQuery(
            "select i, c from Invitation i, Campaign c where i.tokenHash = :hash"
                + " and c.id = i.campaign",
            Object[].class)
        .setHint(READ_ONLY, true)
        .setParameter("hash", Secret.hash(token))
        .getResultStream()
        .findFirst()
        .map(row -> new Behind(((Invitation) row[0]).seat(), campaigns.view((Campaign) row[1])));
  }

  /** A seat and the campaign that it stands in. */
  public record Behind(Seat seat, CampaignView campaign) {}

  /**
   * Notes that an answer came. Belongs into the transaction that stores the answer.
   *
   * @return false when one came before, or the campaign closed: of many callers at once only one
   *     gets true
   */
  public boolean claim(Seat seat) {
    return database
            .createNativeQuery(CLAIM)
            .setParameter(1, seat.invitation().toString())
            .executeUpdate()
        == 1;
  }

  /**
   * Keeps others from using the same link until the transaction ends.
   *
   * @return false when an answer has come
   */
  public boolean hold(Seat seat) {
    var invitation =
        database.find(Invitation.class, seat.invitation(), LockModeType.PESSIMISTIC_WRITE);
    return !invitation.seat().submitted();
  }

  /** One invitation; empty when there is none of that id. */
  Optional<Invitation> find(UUID id) {
    return Optional.ofNullable(database.find(Invitation.class, id));
  }

  /** Those who have not answered. */
  List<Invitation> unanswered(UUID campaign) {
    return of(campaign).stream().filter(one -> !one.seat().submitted()).toList();
  }

  /** All who were asked. */
  List<Invitation> all(UUID campaign) {
    return of(campaign);
  }

  /** How many were asked and answered, by the team's key. Not to be shown as it is. */
  public Map<String, Count> counts(UUID campaign) {
    return campaigns.counted(campaign)
        ? counts(campaign, KEPT, row -> new Count((Integer) row[1], (Integer) row[2]))
        : counts(campaign, COUNTED, row -> count((Boolean) row[1], ((Long) row[2]).intValue()));
  }

  private Map<String, Count> counts(UUID campaign, String query, Function<Object[], Count> read) {
    return database
        .createQuery(query, Object[].class)
        .setParameter("id", campaign)
        .getResultStream()
        .collect(toMap(row -> (String) row[0], read, Count::plus, TreeMap::new));
  }

  private static Count count(boolean answered, int people) {
    return new Count(people, answered ? people : 0);
  }

  /** How many of one team were asked. */
  public int asked(UUID campaign, String team) {
    return database
        .createQuery(
            "select count(i.id) from Invitation i where i.campaign = :id and i.team = :team",
            Long.class)
        .setParameter("id", campaign)
        .setParameter("team", team)
        .getSingleResult()
        .intValue();
  }

  /** Ids of the people who were asked, by the team's key: the rosters as they were then. */
  public Map<String, Set<UUID>> rosters(UUID campaign) {
    return database
        .createQuery(
            "select i.team, i.person from Invitation i where i.campaign = :id", Object[].class)
        .setParameter("id", campaign)
        .getResultStream()
        .collect(
            groupingBy(
                row -> (String) row[0], TreeMap::new, mapping(row -> (UUID) row[1], toSet())));
  }

  /**
   * One link for each person, by team and name.
   *
   * @throws Refusal 404 when there is no such campaign, 410 when it is closed
   */
  public List<Link> links(UUID campaign, Instant now) {
    if (campaigns.get(campaign).state(now) == CampaignView.State.CLOSED) {
      throw new Refusal(410, "This campaign is closed; its links are destroyed.");
    }
    var key = vault.get(campaign);
    Map<UUID, PersonView> known =
        people.on(now).stream().collect(toMap(PersonView::id, Function.identity()));
    return of(campaign).stream()
        .filter(invitation -> known.containsKey(invitation.person()))
        .map(invitation -> link(invitation, known.get(invitation.person()), key))
        .sorted(comparing(Link::team).thenComparing(Link::name))
        .toList();
  }

  /**
   * Marks so many of each team as having answered, without saying who answered what: for sheets
   * that are put in at once, as the demonstration does.
   *
   * @param random picks who
   */
  public void claimAnyOf(UUID campaign, Map<String, Integer> answeredByTeam, Random random) {
    var byTeam =
        of(campaign).stream().collect(groupingBy(Invitation::team, TreeMap::new, toList()));
    byTeam.forEach(
        (team, invitations) -> {
          List<Invitation> order = new ArrayList<>(invitations);
          Collections.shuffle(order, random);
          order.stream()
              .limit(answeredByTeam.getOrDefault(team, 0))
              .map(Invitation::seat)
              .forEach(this::claim);
        });
  }

  /** After it no row tells which was written when; waits for submissions that are under way. */
  void settle(UUID campaign) {
    database
        .createQuery("update Invitation i set i.submitted = i.submitted where i.campaign = :id")
        .setParameter("id", campaign)
        .executeUpdate();
  }

  /** Places go up team by team, so that each team and all teams together get equal parts. */
  private List<Invitation> ask(UUID campaign, Map<UUID, String> asked, int firstPlace) {
    var made = new ArrayList<Invitation>();
    var key = vault.get(campaign);
    var people = new ArrayList<>(asked.keySet());
    Collections.shuffle(people, RANDOM);
    people.sort(comparing(asked::get));
    for (int i = 0; i < people.size(); i++) {
      var person = people.get(i);
      made.add(new Invitation(campaign, person, asked.get(person), firstPlace + i, key));
    }
    // In an order that has nothing to do with the places.
    made.stream().sorted(comparing(Invitation::id)).forEach(database::persist);
    return made;
  }

  private static Map<UUID, String> without(Map<UUID, String> asked, Set<UUID> before) {
    var rest = new LinkedHashMap<>(asked);
    rest.keySet().removeAll(before);
    return rest;
  }

  /** Whom it asks, in the order of people's keys, and in which team: the first one by key. */
  private Map<UUID, String> asked(CampaignView campaign, Instant at) {
    var teams = campaign.teams().stream().map(CampaignView.Team::key).collect(toSet());
    var asked = new LinkedHashMap<UUID, String>();
    for (var person : people.on(at)) {
      var first = person.teams().stream().filter(teams::contains).findFirst();
      first.ifPresent(team -> asked.put(person.id(), team));
    }
    return asked;
  }

  private static Link link(Invitation invitation, PersonView person, CampaignKey key) {
    return new Link(invitation.team(), person.name(), person.email(), key.token(invitation.id()));
  }

  private List<Invitation> of(UUID campaign) {
    return database
        .createQuery(
            "select i from Invitation i where i.campaign = :id order by i.id", Invitation.class)
        .setParameter("id", campaign)
        .getResultList();
  }
}
