package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;

/**
 * The secrets of the sources. One may stand in the configuration, as {@code
 * plimsoll.github.secret}, and one may be set while the service runs; both hold, so that a secret
 * can be changed without losing a delivery.
 */
@ApplicationScoped
@Transactional
public class SourceSecrets {
  private static final int LENGTH_MIN = 12;
  private static final int LENGTH_MAX = 300;

  @PersistenceContext EntityManager database;
  @Inject Config config;
  @Inject Clock clock;
  @Inject Audit audit;

  /** The configuration never changes while the service runs, and to ask it takes long. */
  private final Map<String, Optional<String>> configured = new ConcurrentHashMap<>();

  /** All secrets that a delivery of a source may be signed with; empty when none was set. */
  @Transactional(TxType.SUPPORTS)
  public List<String> of(String source) {
    var set =
        Optional.ofNullable(database.find(SourceSecret.class, source)).map(SourceSecret::secret);
    var known = configured.computeIfAbsent(source, this::configured);
    return Stream.of(set, known).flatMap(Optional::stream).toList();
  }

  private Optional<String> configured(String source) {
    return config
        .getOptionalValue("plimsoll." + source + ".secret", String.class)
        .filter(s -> !s.isBlank());
  }

  /**
   * @throws Refusal 422 when the secret is too short or too long
   */
  public void set(String source, String secret, String by) {
    if (secret == null || secret.strip().length() < LENGTH_MIN || secret.length() > LENGTH_MAX) {
      throw Refusal.wrong("/secret", "A secret has 12 to 300 characters.");
    }
    database.merge(new SourceSecret(source, secret.strip(), clock.instant(), by));
    audit.record(by, "set the secret of a source", source);
  }
}
