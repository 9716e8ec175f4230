package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.reading.Lesson.Taught;
import plimsoll.roadmap.Effect;
import plimsoll.roadmap.InitiativeType;
import plimsoll.roadmap.Known;

/**
 * What checked initiatives taught. It lies here, and not where they are decided on, because
 * readings propose by it.
 */
@ApplicationScoped
@Transactional
public class Lessons {
  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /**
   * Keeps what a check found, for the readings to come.
   *
   * @param acceptedAt with the key, which commitment it was
   */
  public void learn(String initiative, Instant acceptedAt, Effect effect) {
    database.persist(new Lesson(initiative, acceptedAt, effect, clock.instant()));
  }

  /** Of each commitment the latest by then, in the order in which they were learned first. */
  List<Taught> by(Instant then) {
    var latest = new LinkedHashMap<String, Taught>();
    database
        .createQuery(
            "select l from Lesson l where l.learnedAt <= :then order by l.learnedAt, l.id",
            Lesson.class)
        .setParameter("then", then)
        .getResultStream()
        .map(Lesson::taught)
        .forEach(taught -> latest.put(taught.commitment(), taught));
    return List.copyOf(latest.values());
  }

  static Map<InitiativeType, Known> known(List<Taught> lessons) {
    var known = new EnumMap<InitiativeType, Known>(InitiativeType.class);
    for (var one : lessons) {
      InitiativeType.of(one.initiative())
          .ifPresent(
              type ->
                  known.put(
                      type,
                      known
                          .getOrDefault(type, Known.of(type))
                          .after(one.finding(), one.relief(), one.standardError())));
    }
    return known;
  }
}
