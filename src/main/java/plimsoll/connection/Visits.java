package plimsoll.connection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.catalog.Imports;
import plimsoll.connection.Connections.Ousted;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.Halt;
import plimsoll.schedule.Chore;
import plimsoll.workload.Observed;

/**
 * Has connected systems visited when they are due, each in a thread of its own of which there are
 * so many and no more. A system that is slow or dead holds up nobody but itself.
 */
@ApplicationScoped
public class Visits implements Chore {
  private static final Logger LOG = Logger.getLogger(Visits.class.getName());
  private static final int AT_ONCE = 32;
  private static final int FIRST_PAUSE_SECONDS = 15;
  private static final int DOUBLINGS_MAX = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Connections connections;
  @Inject Credentials credentials;
  @Inject Event<Observed> observed;
  @Inject Imports imports;
  @Inject Audit audit;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(
      name = "plimsoll.kubernetes.account",
      defaultValue = "/var/run/secrets/kubernetes.io/serviceaccount")
  String account;

  private ThreadPoolExecutor visitors;

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  /** Only begins the visits; they go on by themselves. */
  @Override
  public synchronized void perform() {
    if (visitors == null) {
      visitors =
          new ThreadPoolExecutor(
              0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
    }
    int free = AT_ONCE - visitors.getActiveCount();
    if (free > 0) connections.due(free).forEach(this::begin);
  }

  @PreDestroy
  void stop() {
    if (visitors != null) visitors.shutdownNow();
  }

  private void begin(UUID id) {
    var name = UUID.randomUUID().toString();
    connections
        .claim(id, name)
        .ifPresent(
            claimed -> {
              var credential = credentials.find(id);
              var visit =
                  new Visit(
                      claimed,
                      credential.orElse(Credential.NONE),
                      clock,
                      observed::fire,
                      change -> connections.tell(id, name, change));
              visitors.execute(() -> perform(visit, claimed, credential.isEmpty()));
            });
  }

  private void perform(Visit visit, Connection of, boolean locked) {
    try {
      if (locked) {
        throw Halt.failed(
            "The key that opens its credential is gone from the vault. Give the credential again.");
      }
      var next = look(visit, of.kind());
      visit.tell(one -> one.rest(next));
    } catch (Halt halt) {
      fail(visit, of, halt);
    } catch (Ousted ousted) {
      LOG.log(Level.FINE, ousted, () -> "A visit to " + of.name() + " is over for others");
    } catch (InterruptedException e) {
      // The service stops; the next one goes on.
      release(visit);
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "What was read of " + of.name() + " was not stored");
      fail(visit, of, Halt.troubled("What was read could not be stored. It is tried again."));
    }
  }

  private Instant look(Visit visit, Kind kind) throws InterruptedException {
    return switch (kind) {
      case KUBERNETES -> new ClusterVisit(visit, Path.of(account), PATIENCE).perform();
      case ARGOCD -> new ArgocdVisit(visit, server(visit, ArgocdVisit.WORDS)).perform();
      case BACKSTAGE ->
          new BackstageVisit(
                  visit, server(visit, BackstageVisit.WORDS), all -> takeCatalog(visit, all))
              .perform();
    };
  }

  private Forge server(Visit visit, Forge.Words words) {
    var token = visit.credential().token();
    var trust = Pem.trust(visit.settings().ca());
    return new Forge(
        visit.address(), token.isEmpty() ? null : token, clock, PATIENCE, words, trust);
  }

  private void takeCatalog(Visit visit, String entities) {
    var outcome = imports.take(entities, visit.system(), true, clock.instant());
    if (outcome.added() + outcome.updated() + outcome.retired() > 0) {
      audit.record(Audit.SERVICE, "imported the catalog of " + visit.system(), outcome.inWords());
    }
  }

  private void fail(Visit visit, Connection of, Halt halt) {
    try {
      var next = halt.until() == null ? Instant.now().plus(pause(of, halt)) : halt.until();
      visit.tell(one -> one.fail(halt.getMessage(), Instant.now(), next));
    } catch (RuntimeException e) {
      // It was stopped or removed meanwhile, or the database is away and the claim runs out.
      LOG.log(Level.FINE, e, () -> "That a visit to " + of.name() + " failed was not stored");
    }
  }

  /** Twice as long after each failure, up to an hour; not at once for all that fell out at once. */
  private static Duration pause(Connection of, Halt halt) {
    int doublings = Math.min(of.failures(), DOUBLINGS_MAX);
    long seconds = Math.min(3600, (long) FIRST_PAUSE_SECONDS << doublings);
    if (halt.kind() == Halt.Kind.FAILED) seconds = Math.max(seconds, 300);
    long jitter = ThreadLocalRandom.current().nextLong(seconds / 4 + 1);
    return Duration.ofSeconds(seconds + jitter);
  }

  private static void release(Visit visit) {
    try {
      visit.tell(one -> one.rest(Instant.now()));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "The claim runs out by itself");
    }
  }
}
