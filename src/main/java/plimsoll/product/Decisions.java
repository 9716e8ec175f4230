package plimsoll.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import plimsoll.access.Refusal;

/** What was decided about initiatives. */
@ApplicationScoped
@Transactional
public class Decisions {
  @PersistenceContext EntityManager database;

  /** Every decision by the key of its initiative. */
  public Map<String, Decision> byInitiative() {
    return database
        .createQuery("select d from Decision d", Decision.class)
        .getResultStream()
        .collect(Collectors.toMap(Decision::initiative, Function.identity()));
  }

  /**
   * @param offer the initiative as the reading proposes it; null when it no longer does
   * @param at when it was decided
   */
  void decide(String key, UUID reading, Offer offer, Intent intent, Instant at) {
    of(key, reading).decide(intent, reading, offer, at);
  }

  /** Every conclusion, in the order in which they were recorded. */
  List<Conclusion> conclusions() {
    return database
        .createQuery("select c from Conclusion c order by c.recordedAt, c.id", Conclusion.class)
        .getResultList();
  }

  /** Keeps a conclusion for good; one that stops ends the initiative. */
  void conclude(Conclusion conclusion) {
    database.persist(conclusion);
    if (conclusion.course() == Course.STOP) {
      find(conclusion.initiative()).ifPresent(Decision::close);
    }
  }

  /**
   * @param claim what is said otherwise than proposed
   */
  public void change(String key, UUID reading, Claim claim) {
    of(key, reading).change(claim);
  }

  /** Puts initiatives into this order, the first at place 1. */
  public void arrange(List<String> keys, UUID reading) {
    for (int i = 0; i < keys.size(); i++) {
      of(keys.get(i), reading).place(i + 1);
    }
  }

  private Decision of(String key, UUID reading) {
    return find(key).orElseGet(() -> added(key, reading));
  }

  private Decision added(String key, UUID reading) {
    try {
      var decision = new Decision(key, reading);
      database.persist(decision);
      database.flush();
      return decision;
    } catch (PersistenceException e) {
      throw exists(e) ? alreadyDecided() : e;
    }
  }

  /** True when another transaction was faster: SQL states that begin with 23 are constraints. */
  private static boolean exists(Throwable thrown) {
    return thrown != null
        && (thrown instanceof SQLException sql && sql.getSQLState().startsWith("23")
            || exists(thrown.getCause()));
  }

  private static Refusal alreadyDecided() {
    return new Refusal(
        409, "Somebody else decided on this at the same moment. Load it again, then repeat.");
  }

  private Optional<Decision> find(String key) {
    return database
        .createQuery("select d from Decision d where d.initiative = :key", Decision.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }
}
