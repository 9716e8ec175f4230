package plimsoll.delivery;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.metric.Incident.Cause;

/**
 * The year of an organisation for the bench: services with a repository each, deployments that name
 * their revision and bring two changes on average, one incident for twenty deployments, of which
 * half name their cause; rollbacks, hotfixes and reverts. Written as events, and as plain tables
 * with a column for everything that is asked.
 */
public final class Past {
  private static final UUID NONE = new UUID(0, 0);

  private final Random random;
  private final String suffix;
  private final Writer events;
  private final Writer deployments;
  private final Writer changes;
  private final Writer incidents;
  private int number;
  private String newest;
  private Instant newestAt = Instant.EPOCH;
  private String newestRepository = "";
  private String lastDeployment;
  private String lastIncident;

  /**
   * Each writer takes rows of text for COPY.
   *
   * @param suffix of ids, so that a second span has others
   */
  public Past(Writer events, Writer deployments, Writer changes, Writer incidents, String suffix) {
    this.suffix = suffix;
    this.random = new Random(20261123 + suffix.length());
    this.events = events;
    this.deployments = deployments;
    this.changes = changes;
    this.incidents = incidents;
  }

  /** One service over a span, so often deployed. */
  public void service(String service, Instant from, Instant to, int times) throws Exception {
    var repository = "acme/" + service;
    long step = Duration.between(from, to).toSeconds() / times;
    String before = null;
    String current = null;
    for (int i = 0; i < times; i++) {
      var at = from.plusSeconds(step * i + random.nextInt((int) Math.max(1, step * 4 / 5)));
      var last = current;
      for (int c = 1 + random.nextInt(3); c > 0; c--) {
        var merged = at.minusSeconds(60 + random.nextInt((int) Math.max(1, step / 5)));
        var reverts = last != null && random.nextInt(100) == 0 ? last : null;
        last = change(repository, merged.plusMillis(c), reverts);
      }
      boolean back = before != null && random.nextInt(50) == 0;
      boolean fix = !back && random.nextInt(40) == 0;
      var revision = back ? before : newest;
      deployment(service, repository, revision, at, back, fix ? lastIncident : null);
      before = current;
      current = revision;
      if (random.nextInt(20) == 0) incident(service, at);
    }
  }

  private String change(String repository, Instant merged, String reverts) throws Exception {
    var sha = sha();
    if (!newestRepository.equals(repository) || merged.isAfter(newestAt)) {
      newest = sha;
      newestAt = merged;
      newestRepository = repository;
    }
    event(new ChangeFact(repository, sha, sha, merged, reverts, null, null), repository);
    row(changes, repository, sha, sha, merged, reverts);
    return sha;
  }

  private void deployment(
      String service, String repository, String revision, Instant at, boolean back, String fixes)
      throws Exception {
    var id = "d" + number++ + suffix;
    var outcome = random.nextInt(30) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED;
    var kind = back ? Kind.ROLLBACK : fixes != null ? Kind.HOTFIX : Kind.CHANGE;
    var started = at.minusSeconds(60 + random.nextInt(600));
    event(
        new DeploymentFact(
            id,
            service,
            repository,
            revision,
            "production",
            true,
            started,
            at,
            outcome,
            kind,
            Trigger.AUTOMATIC,
            Via.PIPELINE,
            null,
            List.of(),
            0,
            fixes),
        service);
    row(deployments, id, service, repository, revision, started, at, outcome, kind, fixes);
    if (outcome == Outcome.SUCCEEDED) lastDeployment = id;
  }

  private void incident(String service, Instant deployed) throws Exception {
    var id = "i" + number++ + suffix;
    var from = deployed.plusSeconds(300 + random.nextInt(20_000));
    var until = random.nextInt(100) == 0 ? null : from.plusSeconds(300 + random.nextInt(30_000));
    var cause = random.nextInt(10) == 0 ? Cause.EXTERNAL : Cause.CHANGE;
    var causedBy = random.nextBoolean() ? lastDeployment : null;
    event(new IncidentFact(id, service, from, until, cause, causedBy, List.of()), service);
    row(incidents, id, service, from, until, cause, causedBy);
    lastIncident = id;
  }

  private String sha() {
    var bytes = new byte[20];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void event(Fact fact, String scope) throws Exception {
    var row = Stated.of("bench", fact, scope, NONE, fact.asOf().truncatedTo(SECONDS)).alone();
    row(
        events,
        row.id(),
        row.source(),
        row.kind().word(),
        row.eventId(),
        row.scope(),
        row.at(),
        row.facts(),
        row.versions(),
        row.receivedAt(),
        row.delivery(),
        row.link());
  }

  private static void row(Writer writer, Object... values) throws Exception {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) writer.write('\t');
      writer.write(values[i] == null ? "\\N" : values[i].toString().replace("\\", "\\\\"));
    }
    writer.write('\n');
  }
}
