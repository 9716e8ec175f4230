package plimsoll.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.KeyFile;
import plimsoll.json.Json;

/** What live systems are asked with. Nobody is shown one again; each goes with its connection. */
@ApplicationScoped
@Transactional
class Credentials {
  private static final String FILE = "connections.key";

  @PersistenceContext EntityManager database;

  @Inject
  @ConfigProperty(name = "plimsoll.vault")
  String place;

  void keep(UUID connection, Credential credential) {
    if (credential.isNone()) {
      forget(connection);
    } else {
      database.merge(new StoredCredential(connection, key().close(Json.write(credential))));
    }
  }

  /** Empty when the key that opens it is gone; {@link Credential#NONE} where none was given. */
  Optional<Credential> find(UUID connection) {
    var stored = database.find(StoredCredential.class, connection);
    return stored == null
        ? Optional.of(Credential.NONE)
        : key().open(stored.closed()).map(text -> Json.read(text, Credential.class));
  }

  void forget(UUID connection) {
    var stored = database.find(StoredCredential.class, connection);
    if (stored != null) database.remove(stored);
  }

  private KeyFile key() {
    return new KeyFile(place, FILE);
  }
}
