package plimsoll.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plimsoll.demonstration.Organisation.Event;
import plimsoll.json.Json;

/**
 * What machines would record of one team: deployments, the incidents that some of them cause, and
 * tickets to operations, in our own form of events. Their shares follow the same truth that the
 * people answer from.
 */
final class Deliveries {
  private static final double PIPELINE_FAILS = 0.05;

  /** Of the incidents that a deployment caused, those of which nobody said so. */
  private static final double UNLINKED = 0.3;

  private static final double HOURS_A_WEEK = 168;

  /** How long a request to operations is open on average. */
  private static final double REQUEST_HOURS = 55;

  /** Of a team in a week. */
  private static final double CLAIMS = 0.6;

  private static final double CLAIM_FAILS = 0.05;
  private static final List<String> CAPABILITIES = List.of("database", "queue", "environment");

  /** Those that Crossplane makes; the rest is asked of another tool, which sends events. */
  private static final Set<String> BY_CLUSTER = Set.of("database", "queue");

  /** Incidents that no deployment caused, for each service and week. */
  private static final double OTHER_INCIDENTS = 0.01;

  private final Parameters parameters;
  private final Story team;
  private final LocalDate start;
  private final Instant end;

  Deliveries(Parameters parameters, Story team) {
    this.parameters = parameters;
    this.team = team;
    this.start = Organisation.start(parameters);
    this.end = parameters.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Stream<Event> events() {
    return Stream.concat(
            team.services().stream().flatMap(this::service),
            weeks().flatMap(week -> Stream.concat(requests(week), events(week))))
        .map(event -> new Event(lastTime(event), Json.write(event)));
  }

  /** What a cluster was asked for, which no event tells of. */
  Stream<Claimed> claimed() {
    return weeks().flatMap(this::claims).filter(this::isByCluster).map(this::claimed);
  }

  /**
   * A claim as a cluster holds it.
   *
   * @param readyAt null when it is not
   * @param failed it can't be made as it was asked for
   */
  record Claimed(
      String id,
      String team,
      String service,
      String capability,
      Instant requestedAt,
      Instant readyAt,
      boolean failed) {}

  private Claimed claimed(Map<String, Object> claim) {
    var id = (String) claim.get("id");
    return new Claimed(
        id,
        team.key(),
        new Chance(parameters.seed(), "claimed", id).of(team.services()),
        (String) claim.get("capability"),
        (Instant) claim.get("requestedAt"),
        (Instant) claim.get("readyAt"),
        "failed".equals(claim.get("outcome")));
  }

  private Stream<Map<String, Object>> events(LocalDate week) {
    return claims(week).filter(claim -> !isByCluster(claim));
  }

  private boolean isByCluster(Map<String, Object> claim) {
    return "self".equals(claim.get("channel")) && BY_CLUSTER.contains(claim.get("capability"));
  }

  private static Instant lastTime(Map<String, Object> event) {
    return event.values().stream()
        .filter(Instant.class::isInstance)
        .map(Instant.class::cast)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private Stream<LocalDate> weeks() {
    return start.datesUntil(parameters.asOf(), Period.ofWeeks(1));
  }

  private Stream<Map<String, Object>> service(String service) {
    var run = new Run(service);
    weeks().forEach(run::week);
    return run.events.stream();
  }

  /**
   * Requests for infrastructure and access: the less a team knows to do itself, the more of its
   * time one of them is open. Where they come at random, it is open for 1 − exp(−rate × length).
   */
  private Stream<Map<String, Object>> requests(LocalDate week) {
    var chance = new Chance(parameters.seed(), "requests", team.key(), week);
    var open = team.need("P2", wavesAgo(week)) / 100;
    var count = chance.poisson(-Math.log(1 - open) * HOURS_A_WEEK / REQUEST_HOURS);
    return IntStream.range(0, count).mapToObj(i -> request(week, i, chance)).filter(this::isPast);
  }

  private Map<String, Object> request(LocalDate week, int number, Chance chance) {
    var opened = chance.workingTime(week);
    var closed = opened.plus(chance.hours(REQUEST_HOURS / Math.exp(0.32), 0.8));
    var kind = chance.happens(0.75) ? "infrastructure" : "access";
    return ticket("%s-%s-%d".formatted(team.key(), week, number), kind, opened, closed);
  }

  /** What the platform gives on request: the more a team knows, the less a person helps. */
  private Stream<Map<String, Object>> claims(LocalDate week) {
    var chance = new Chance(parameters.seed(), "claims", team.key(), week);
    var count = chance.poisson(CLAIMS);
    return IntStream.range(0, count).mapToObj(i -> claim(week, i, chance)).filter(this::isPast);
  }

  private Map<String, Object> claim(LocalDate week, int number, Chance chance) {
    var alone = !chance.happens(team.need("P2", wavesAgo(week)) / 100);
    var failed = chance.happens(CLAIM_FAILS);
    var claim = event("claim", "claim-%s-%s-%d".formatted(team.key(), week, number));
    claim.put("team", team.key());
    claim.put("capability", chance.of(CAPABILITIES));
    claim.put("requestedAt", chance.workingTime(week));
    claim.put("channel", alone ? "self" : "ticket");
    var ready = ((Instant) claim.get("requestedAt")).plus(chance.hours(alone ? 0.2 : 30, 0.6));
    if (!failed && !ready.isAfter(end)) claim.put("readyAt", ready);
    if (failed || claim.containsKey("readyAt")) claim.put("outcome", failed ? "failed" : "ready");
    return claim;
  }

  private Map<String, Object> ticket(String id, String kind, Instant opened, Instant closed) {
    var ticket = event("ticket", "OPS-" + id);
    ticket.put("fromTeam", team.key());
    ticket.put("toTeam", Organisation.OPERATIONS);
    ticket.put("kind", kind);
    ticket.put("openedAt", opened);
    if (!closed.isAfter(end)) {
      ticket.put("closedAt", closed);
    }
    return ticket;
  }

  private static Map<String, Object> event(String type, String id) {
    var event = new LinkedHashMap<String, Object>();
    event.put("type", type);
    event.put("id", id);
    return event;
  }

  private boolean isPast(Map<String, Object> event) {
    return Stream.of("openedAt", "startedAt", "finishedAt", "requestedAt")
        .filter(event::containsKey)
        .noneMatch(name -> ((Instant) event.get(name)).isAfter(end));
  }

  /** 0 in the last quarter that is over, and after it. */
  private int wavesAgo(LocalDate day) {
    var quarters = ChronoUnit.MONTHS.between(start, day) / 3;
    return (int) Math.max(0, parameters.quarters() - 1 - quarters);
  }

  /** One service, week after week. */
  private final class Run {
    private final String service;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private int deployments;

    Run(String service) {
      this.service = service;
    }

    void week(LocalDate week) {
      var chance = new Chance(parameters.seed(), "deliveries", service, week);
      for (var i = chance.poisson(team.deploysPerWeek()); i > 0; i--) {
        deploy(chance.workingTime(week), wavesAgo(week), chance);
      }
      if (chance.happens(OTHER_INCIDENTS)) {
        var started = chance.workingTime(week);
        incident("i-%s-%s".formatted(service, week), started, null, wavesAgo(week), chance);
      }
    }

    private void deploy(Instant started, int wavesAgo, Chance chance) {
      var id = "d-%s-%d".formatted(service, ++deployments);
      var finished = started.plus(chance.minutes(4, 40));
      var fails = chance.happens(PIPELINE_FAILS);
      var deployment = deployment(id, started, finished, fails ? "failed" : "succeeded");
      how(deployment, id, started, wavesAgo, chance);
      deployment.put("commits", commits(id, started, wavesAgo, chance));
      add(deployment);
      if (!fails && chance.happens(team.failRate())) {
        goWrong(id, finished, wavesAgo, chance);
      }
    }

    private Map<String, Object> deployment(
        String id, Instant started, Instant finished, String outcome) {
      var deployment = event("deployment", id);
      deployment.put("service", service);
      deployment.put("environment", "production");
      deployment.put("startedAt", started);
      deployment.put("finishedAt", finished);
      deployment.put("outcome", outcome);
      return deployment;
    }

    /** Whether it waits for operations, and how much of it is done by hand. */
    private void how(
        Map<String, Object> deployment, String id, Instant started, int wavesAgo, Chance chance) {
      var waits = chance.happens(team.need("D2", wavesAgo) / 100);
      var byHand = chance.happens(team.need("D4", wavesAgo) / 100);
      deployment.put("trigger", waits ? "ticket" : byHand ? "manual" : "automatic");
      deployment.put("manualSteps", byHand ? chance.between(1, 6) : 0);
      if (waits) {
        var opened = started.minus(chance.hours(26, 0.7));
        deployment.put("ticket", "OPS-" + id);
        add(ticket(id, "deployment", opened, started));
      }
    }

    private List<Map<String, Object>> commits(
        String id, Instant started, int wavesAgo, Chance chance) {
      var median = team.leadTimeHours() * (1 + 0.12 * wavesAgo);
      return IntStream.rangeClosed(1, chance.between(1, 5))
          .mapToObj(i -> commit(id + "-" + i, started.minus(chance.hours(median, 0.9))))
          .toList();
    }

    private static Map<String, Object> commit(String name, Instant at) {
      var id =
          "%016x"
              .formatted(
                  new Chance(name.hashCode(), name).between(0, Integer.MAX_VALUE - 1)
                      * 0x9E3779B97F4A7C15L);
      return Map.of("id", id + id, "committedAt", at);
    }

    private void goWrong(String id, Instant finished, int wavesAgo, Chance chance) {
      var started = finished.plus(chance.minutes(3, 90));
      var repaired = incident("i-" + id.substring(2), started, id, wavesAgo, chance);
      if (chance.happens(0.8)) {
        mend(id, started, repaired, chance);
      }
    }

    /** Gives when it was over. */
    private Instant incident(
        String id, Instant started, String causedBy, int wavesAgo, Chance chance) {
      var repaired = started.plus(chance.hours(team.repairHours(), 1));
      var incident = event("incident", id);
      incident.put("service", service);
      incident.put("startedAt", started);
      if (!repaired.isAfter(end)) {
        incident.put("resolvedAt", repaired);
      }
      var linked = new Chance(parameters.seed(), "linked", id);
      if (causedBy != null && !linked.happens(UNLINKED)) {
        incident.put("causedBy", causedBy);
      }
      incident.put("responders", responders(wavesAgo, chance));
      add(incident);
      return repaired;
    }

    private List<String> responders(int wavesAgo, Chance chance) {
      if (chance.happens(team.need("D3", wavesAgo) / 100)) {
        return List.of(Organisation.OPERATIONS);
      }
      return chance.happens(0.4)
          ? List.of(team.key(), Organisation.OPERATIONS)
          : List.of(team.key());
    }

    /** The version before comes back, or a hotfix goes forward. */
    private void mend(String id, Instant started, Instant repaired, Chance chance) {
      var back = chance.happens(0.5);
      var took = Duration.between(started, repaired).dividedBy(4);
      var mending =
          deployment(
              "%s-%s".formatted(id, back ? "back" : "fix"),
              repaired.minus(took),
              repaired,
              "succeeded");
      mending.put("trigger", "manual");
      mending.put("manualSteps", 1);
      mending.put("remediates", id);
      if (!back) {
        mending.put("commits", List.of(commit(id + "-fix", repaired.minus(took.multipliedBy(2)))));
      }
      add(mending);
    }

    private void add(Map<String, Object> event) {
      if (isPast(event)) {
        events.add(event);
      }
    }
  }
}
