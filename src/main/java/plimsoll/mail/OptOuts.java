package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Who wants no mail, in no campaign, until they say otherwise. */
@ApplicationScoped
@Transactional
public class OptOuts {
  static final String PATH = "unsubscribe/";

  @PersistenceContext EntityManager database;
  @Inject OptOutKey key;
  @Inject Outbox outbox;
  @Inject MailSettings settings;

  public boolean contains(UUID person) {
    return database.find(OptOut.class, person) != null;
  }

  /** The address that ends mail to a person; it needs no sign-in and never changes. */
  public String link(UUID person) {
    return settings.link(PATH + key.word(person));
  }

  /** Whose link it is; empty when we did not make it. */
  Optional<UUID> person(String word) {
    return key.person(word);
  }

  void add(UUID person) {
    if (!contains(person)) database.persist(new OptOut(person));
  }

  /** Also lets the letters go that waited for it. */
  void remove(UUID person) {
    Optional.ofNullable(database.find(OptOut.class, person)).ifPresent(database::remove);
    outbox.release(person);
  }
}
