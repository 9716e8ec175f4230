package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.KeyFile;
import plimsoll.delivery.Backfill.State;

/**
 * The tokens with which forges are asked, closed with a key that lies in the folder of keys and not
 * in the database, so that a copy of the database holds none. Nobody is shown one again, and each
 * goes when its past is read or given up.
 */
@ApplicationScoped
@Transactional
class PullTokens {
  private static final String FILE = "forges.key";

  @PersistenceContext EntityManager database;

  @Inject
  @ConfigProperty(name = "plimsoll.vault")
  String place;

  void keep(UUID backfill, String token) {
    database.merge(new PullToken(backfill, key().close(token)));
  }

  /** Empty where none was given, or the key that opens it is gone. */
  Optional<String> find(UUID backfill) {
    return Optional.ofNullable(database.find(PullToken.class, backfill))
        .flatMap(token -> key().open(token.closed()));
  }

  /** Destroys those that are needed no more. */
  void forget() {
    database
        .createQuery(
            "delete from PullToken t where t.backfill in"
                + " (select b.id from Backfill b where b.state in :over)")
        .setParameter("over", List.of(State.DONE, State.CANCELLED))
        .executeUpdate();
  }

  private KeyFile key() {
    return new KeyFile(place, FILE);
  }
}
