package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of browsers and clients. */
@ApplicationScoped
@Transactional
public class AccessTokens {
  private static final Duration BROWSER = Duration.ofHours(12);

  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /** Gives a browser that signed in its token, good for twelve hours. */
  public String forBrowser(Account account) {
    return add(Secret.random(), account, "browser", true, account.roles(), BROWSER);
  }

  /**
   * @param token the secret itself; only its hash is stored
   * @param roles the scopes
   * @return the token, which is shown this once
   */
  public String forClient(
      String token, Account account, String label, List<String> roles, Duration lifetime) {
    return add(token, account, label, false, roles, lifetime);
  }

  public Optional<AccessToken> find(String token) {
    var now = clock.instant();
    return database
        .createQuery(
            "select t from AccessToken t join fetch t.account where t.tokenHash = :hash",
            AccessToken.class)
        .setParameter("hash", Secret.hash(token))
        .getResultStream()
        .filter(found -> found.valid(now))
        .findFirst();
  }

  /** The tokens of clients, newest first. */
  public List<AccessToken> ofClients() {
    return database
        .createQuery(
            "select t from AccessToken t join fetch t.account where t.browser = false"
                + " order by t.createdAt desc",
            AccessToken.class)
        .setMaxResults(1000)
        .getResultList();
  }

  /** Ends a token; ending one that is gone already changes nothing. */
  public void end(UUID id) {
    Optional.ofNullable(database.find(AccessToken.class, id)).ifPresent(database::remove);
  }

  public void end(String token) {
    find(token).ifPresent(database::remove);
  }

  /** Ends every browser's token of an account, as a change of its password must. */
  public void endBrowsers(Account account) {
    database
        .createQuery("delete from AccessToken t where t.account.id = :account and t.browser = true")
        .setParameter("account", account.id())
        .executeUpdate();
  }

  private String add(
      String token,
      Account account,
      String label,
      boolean browser,
      List<String> roles,
      Duration lifetime) {
    var now = clock.instant();
    var known = database.getReference(Account.class, account.id());
    database.persist(
        new AccessToken(Secret.hash(token), known, label, browser, roles, now, now.plus(lifetime)));
    return token;
  }
}
