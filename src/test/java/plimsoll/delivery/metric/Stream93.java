package plimsoll.delivery.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Incident.Cause;

/** The worked example of the measurement model, section 9.3. */
final class Stream93 {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant FROM = Instant.parse("2026-03-23T00:00:00Z");
  static final Instant TO = Instant.parse("2026-04-06T00:00:00Z");
  static final Window WINDOW = new Window(FROM, TO, BERLIN);
  static final Instant AS_OF = Instant.parse("2026-04-20T00:00:00Z");

  static final Ownership OWNERSHIP =
      new Ownership() {
        @Override
        public String teamAt(String service, Instant at) {
          return service.equals("checkout") ? "payments" : null;
        }

        @Override
        public Set<String> teams() {
          return Set.of("payments", "search");
        }
      };

  private Stream93() {}

  static Events events() {
    return new Events(deployments(), incidents(), List.of(), List.of(), AS_OF);
  }

  static List<Deployment> deployments() {
    var d8 = deployed("d8", "2026-04-02T10:00:00Z", commit("c8", "2026-04-02T10:00:00Z", 72));
    return List.of(
        deployed("d1", "2026-03-23T09:00:00Z", commit("c1", "2026-03-23T09:00:00Z", 24)),
        deployed(
            "d2",
            "2026-03-25T15:30:00Z",
            commit("c2", "2026-03-25T15:30:00Z", 3),
            commit("c3", "2026-03-25T15:30:00Z", 24)),
        deployed("d3", "2026-03-28T23:30:00Z", commit("c4", "2026-03-28T23:30:00Z", 12)),
        run("d4", "2026-03-29T00:15:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, "i1"),
        run(
            "d5",
            "2026-03-29T02:45:00Z",
            Outcome.SUCCEEDED,
            Kind.HOTFIX,
            "i1",
            commit("c5", "2026-03-29T02:45:00Z", 1.5),
            commit("c4", "2026-03-28T23:30:00Z", 12)),
        run("d6", "2026-04-01T10:00:00Z", Outcome.FAILED, Kind.CHANGE, null),
        deployed(
            "d7",
            "2026-04-01T11:00:00Z",
            commit("c6", "2026-04-01T11:00:00Z", 24),
            commit("c7", "2026-04-01T11:00:00Z", 2)),
        d8,
        d8);
  }

  static List<Incident> incidents() {
    return List.of(
        incident("i1", "2026-03-28T23:40:00Z", "2026-03-29T00:20:00Z", Cause.CHANGE, "d3"),
        incident("i2", "2026-04-02T10:30:00Z", "2026-04-02T13:00:00Z", Cause.CHANGE, "d8"),
        incident("i4", "2026-04-02T11:00:00Z", "2026-04-02T15:00:00Z", Cause.CHANGE, "d8"),
        incident("i3", "2026-04-03T09:00:00Z", "2026-04-03T10:00:00Z", Cause.EXTERNAL, null));
  }

  static Deployment deployed(String id, String finishedAt, Commit... commits) {
    return run(id, finishedAt, Outcome.SUCCEEDED, Kind.CHANGE, null, commits);
  }

  static Deployment run(
      String id,
      String finishedAt,
      Outcome outcome,
      Kind kind,
      String remediates,
      Commit... commits) {
    var at = Instant.parse(finishedAt);
    return new Deployment(
        "plimsoll",
        id,
        "checkout",
        null,
        null,
        true,
        at.minusSeconds(300),
        at,
        outcome,
        kind,
        null,
        null,
        null,
        List.of(commits),
        null,
        remediates,
        at);
  }

  static Incident incident(String id, String from, String until, Cause cause, String causedBy) {
    return new Incident(
        "plimsoll",
        id,
        "checkout",
        Instant.parse(from),
        until == null ? null : Instant.parse(until),
        cause,
        causedBy,
        List.of());
  }

  static Commit commit(String id, String deployedAt, double hoursBefore) {
    var at = Instant.parse(deployedAt).minus(Duration.ofMinutes((long) (hoursBefore * 60)));
    return new Commit(id, at, null);
  }
}
