package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people who may sign in, with their passwords as PBKDF2 hashes. */
@ApplicationScoped
@Transactional
public class Accounts {
  private static final Map<String, String> SLOW =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32");

  @PersistenceContext EntityManager database;
  @Inject Pbkdf2PasswordHash passwords;
  @Inject Clock clock;
  private final Throttle tries = new Throttle(Account.FAILURES_ALLOWED, Account.LOCK);

  public boolean none() {
    return database.createQuery("select count(a) from Account a", Long.class).getSingleResult()
        == 0;
  }

  /**
   * @throws Refusal 409 when the name is taken
   */
  public Account add(String name, String displayName, String password, List<String> roles) {
    if (named(name).isPresent()) {
      throw new Refusal(409, "There is already an account with the name " + name + ".");
    }
    var account = new Account(name, displayName, hash(password), roles, clock.instant());
    database.persist(account);
    return account;
  }

  /**
   * Seconds until a password for this name is looked at again, after many wrong ones; 0 when it is.
   * The same for names that nobody has.
   */
  public int secondsToWait(String name) {
    return tries.secondsToWait(name, clock.instant());
  }

  /** The account, when the password is right and the account is neither disabled nor locked. */
  public Optional<Account> signIn(String name, String password) {
    var found = named(name).filter(Account::enabled);
    var now = clock.instant();
    if (found.isEmpty() || found.get().locked(now)) {
      tries.count(name, now);
      // As slow as a wrong password, so that nobody learns which names exist.
      hash(password);
      return Optional.empty();
    }
    var account = found.get();
    if (verify(password, account.passwordHash())) {
      account.signedIn();
      tries.forget(name);
      return found;
    }
    account.failed(now);
    tries.count(name, now);
    return Optional.empty();
  }

  public Optional<Account> named(String name) {
    return database
        .createQuery("select a from Account a where a.name = :name", Account.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public List<Account> all() {
    return database
        .createQuery("select a from Account a order by a.name", Account.class)
        .setMaxResults(1000)
        .getResultList();
  }

  /** Shuts an account out; its tokens stop to work at once. */
  public void setEnabled(UUID id, boolean enabled) {
    var account = find(id);
    if (enabled) {
      account.enable();
    } else {
      account.disable(clock.instant());
    }
  }

  /**
   * Removes an account with the tokens of its browsers.
   *
   * @param by the name of who does it
   * @throws Refusal 409 for one's own, or where clients still use its tokens
   */
  public void erase(UUID id, String by) {
    var account = find(id);
    if (account.name().equals(by)) {
      throw new Refusal(409, "This is your own account. Another administrator must erase it.");
    }
    if (!tokens("select t from AccessToken t where t.account.id = :id and t.browser = false", id)
        .isEmpty()) {
      throw new Refusal(
          409,
          "Clients still use tokens that "
              + account.name()
              + " made. End them first; nothing was"
              + " erased.");
    }
    tokens("select t from AccessToken t where t.account.id = :id", id).forEach(database::remove);
    database.flush();
    database.remove(account);
  }

  private List<AccessToken> tokens(String query, UUID account) {
    return database
        .createQuery(query, AccessToken.class)
        .setParameter("id", account)
        .getResultList();
  }

  public void changePassword(UUID id, String password) {
    find(id).changePassword(hash(password));
  }

  private Account find(UUID id) {
    return Optional.ofNullable(database.find(Account.class, id))
        .orElseThrow(() -> Refusal.notFound("account"));
  }

  private String hash(String password) {
    passwords.initialize(SLOW);
    return passwords.generate(password.toCharArray());
  }

  private boolean verify(String password, String hash) {
    passwords.initialize(SLOW);
    return passwords.verify(password.toCharArray(), hash);
  }
}
