package plimsoll.campaign;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.rota.Draw;
import plimsoll.rota.Turn;

/**
 * How many minutes a person may be asked for in a quarter, all campaigns together, and whose turn
 * it is. A campaign counts in the quarter in which it opens, for whoever was asked, answered or
 * not.
 */
@ApplicationScoped
@Transactional
public class Budget {
  /** Who was asked last before that is treated as never asked. */
  private static final int REMEMBERED_DAYS = 730;

  @PersistenceContext EntityManager database;

  @Inject
  @ConfigProperty(name = "plimsoll.budget.minutes")
  int minutes;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  String zone;

  /** A campaign that a person was asked in, as far as it counts. */
  private record Asked(Instant opens, int minutes) {}

  int minutes() {
    return minutes;
  }

  /**
   * Whom a campaign is to ask.
   *
   * @param people those who could be asked, with their team
   * @param lot settles what is equal
   */
  Draw draw(CampaignView campaign, Map<UUID, String> people, ToLongFunction<UUID> lot) {
    var turns = new HashMap<UUID, Turn>();
    people.forEach(
        (person, team) ->
            turns.put(person, new Turn(person, team, 0, null, lot.applyAsLong(person))));
    earlier(campaign).forEach((id, asked) -> count(id, asked, quarter(campaign.opensAt()), turns));
    var size =
        campaign.sample() == null
            ? new Draw.Size.All()
            : campaign.sample().size(campaign.minimumGroup());
    return Draw.of(turns.values(), campaign.minutes(), minutes, size);
  }

  private Map<UUID, Asked> earlier(CampaignView campaign) {
    return database
        .createQuery(
            "select c.id, c.opensAt, c.minutes from Campaign c where c.opensAt > :since"
                + " and c.id <> :id",
            Object[].class)
        .setParameter("since", campaign.opensAt().minusSeconds(REMEMBERED_DAYS * 86_400L))
        .setParameter("id", campaign.id())
        .getResultStream()
        .collect(toMap(row -> (UUID) row[0], row -> new Asked((Instant) row[1], (int) row[2])));
  }

  private void count(UUID campaign, Asked asked, int quarter, Map<UUID, Turn> turns) {
    int cost = quarter(asked.opens()) == quarter ? asked.minutes() : 0;
    for (var person : asked(campaign)) {
      turns.computeIfPresent(person, (id, turn) -> later(turn, asked.opens(), cost));
    }
  }

  private static Turn later(Turn turn, Instant asked, int cost) {
    var last =
        turn.lastAsked() == null || asked.isAfter(turn.lastAsked()) ? asked : turn.lastAsked();
    return new Turn(turn.person(), turn.team(), turn.minutes() + cost, last, turn.lot());
  }

  private List<UUID> asked(UUID campaign) {
    return database
        .createQuery("select i.person from Invitation i where i.campaign = :id", UUID.class)
        .setParameter("id", campaign)
        .getResultList();
  }

  /** Quarters of all years, counted. */
  private int quarter(Instant at) {
    var day = LocalDate.ofInstant(at, ZoneId.of(zone));
    return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
  }
}
