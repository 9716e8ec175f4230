package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Incident.Cause;

/** Judged bit by bit, in whatever order events come, is judged as if all had come at once. */
class JudgingPropertiesTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
  private static final int DAYS = 56;
  private static final List<String> SERVICES = Arrays.asList("cart", "search", "");
  private static final Paths EVEN =
      (service, change) -> !service.equals("cart") || change.sha().hashCode() % 3 != 0;

  private static final Ownership OWNERSHIP =
      new Ownership() {
        @Override
        public String teamAt(String service, Instant at) {
          boolean early = at.isBefore(START.plus(Duration.ofDays(20)));
          return service.isEmpty() ? null : service.equals("cart") || early ? "shop" : "find";
        }

        @Override
        public Set<String> teams() {
          return Set.of("shop", "find", "none");
        }

        @Override
        public String named(String name) {
          return name.equals("The shop") ? "shop" : name;
        }
      };

  @Property(tries = 400)
  void anyOrderOfArrivalGivesWhatAllAtOnceGives(@ForAll long seed) {
    var random = new Random(seed);
    var archive = new ListArchive();
    var books = new Bookcase(archive, Paths.ALL);
    for (int batch = 0; batch < 12; batch++) {
      books.refresh(batch(random, archive));
      assertSame(Judging.of(archive.events(LATER)), books.folios(true));
    }
  }

  @Property(tries = 100)
  void pathsOfAMonorepoChangeNothingOfThat(@ForAll long seed) {
    var random = new Random(seed);
    var archive = new ListArchive();
    var books = new Bookcase(archive, EVEN);
    for (int batch = 0; batch < 8; batch++) books.refresh(batch(random, archive));
    var atOnce = new Bookcase(archive, EVEN);
    SERVICES.forEach(service -> atOnce.refresh(List.of(everything(service))));
    assertSame(atOnce.folios(true), books.folios(true));
  }

  @Property(tries = 200)
  void figuresNeedNoNames(@ForAll long seed) {
    var random = new Random(seed);
    var archive = new ListArchive();
    var books = new Bookcase(archive, Paths.ALL);
    books.refresh(batch(random, archive));
    books.refresh(batch(random, archive));
    assertEquals(
        figures(Ledger.of(archive.events(LATER), OWNERSHIP)),
        figures(
            Ledger.of(
                books.folios(false),
                books.folios(true).stream().map(Outline::of).toList(),
                archive.events(LATER),
                OWNERSHIP)));
  }

  @Property(tries = 300)
  void cutTakenAgainLaterIsTheSame(@ForAll long seed) {
    var random = new Random(seed);
    var archive = new ListArchive();
    var books = new Bookcase(archive, Paths.ALL);
    for (int batch = 0; batch < 4; batch++) books.refresh(batch(random, archive));
    var asOf = START.plus(Duration.ofHours(random.nextInt(24 * DAYS)));
    assertSame(Judging.of(archive.events(asOf)), books.folios(asOf));
  }

  /** A name that stands for another name, which came after the cut, stands for itself in both. */
  @Example
  void aNameBehindANameThatCameLaterChangesNoCut() {
    cutTakenAgainLaterIsTheSame(160);
  }

  @Property(tries = 200)
  void oneNewEventOfTodayLeavesTheWeeksBeforeAlone(@ForAll long seed) {
    var random = new Random(seed);
    var archive = new ListArchive();
    var books = new Bookcase(archive, Paths.ALL);
    for (int i = 0; i < 400; i++) {
      var at = START.plus(Duration.ofHours(3 * i));
      archive.deployments.put("a/" + i, deployed("a", "d" + i, "cart", at, random));
    }
    books.refresh(List.of(everything("cart")));
    int before = books.judged;
    var at = START.plus(Duration.ofHours(3 * 400));
    var fresh = deployed("a", "fresh", "cart", at, random);
    archive.deployments.put("a/fresh", fresh);
    books.refresh(List.of(Touch.of(fresh, at)));
    assertTrue(books.judged - before <= 2, () -> "judged " + (books.judged - before));
    assertSame(Judging.of(archive.events(LATER)), books.folios(true));
  }

  /** How far they reach depends on what was looked at; what deployments list is not kept. */
  private static void assertSame(List<Folio> expected, List<Folio> actual) {
    assertEquals(
        expected.stream().map(JudgingPropertiesTest::asKept).toList(),
        actual.stream().map(JudgingPropertiesTest::asKept).toList());
  }

  private static Folio asKept(Folio one) {
    var production = one.production().stream().map(JudgingPropertiesTest::asKept).toList();
    return new Folio(
        one.service(), one.week(), production, one.incidents(), one.stopped(), one.brought(), null);
  }

  private static Judged asKept(Judged one) {
    var its = one.deployment();
    var deployment =
        new Deployment(
            its.source(),
            its.id(),
            its.service(),
            its.repository(),
            its.revision(),
            its.production(),
            its.startedAt(),
            its.finishedAt(),
            its.outcome(),
            its.kind(),
            its.trigger(),
            its.via(),
            its.ticket(),
            List.of(),
            its.manualSteps(),
            its.remediates(),
            its.receivedAt());
    return new Judged(
        deployment,
        one.team(),
        one.leadTimes(),
        one.commitsKnown(),
        one.goesBack(),
        one.failures(),
        one.otherwise(),
        one.mends(),
        one.ticket());
  }

  private static Deployment deployed(
      String source, String id, String service, Instant at, Random random) {
    return new Deployment(
        source,
        id,
        service,
        null,
        null,
        true,
        at,
        at,
        Outcome.SUCCEEDED,
        Kind.CHANGE,
        null,
        null,
        null,
        List.of(new Deployment.Commit(sha(random), at.minusSeconds(60), null)),
        null,
        null,
        at);
  }

  private static Touch everything(String service) {
    return new Touch(Touch.Kind.SERVICE, service, START.minus(Duration.ofDays(400)), Set.of());
  }

  private static DeliveryFigures figures(Ledger ledger) {
    var window = new Window(START, START.plus(Duration.ofDays(28)), ZoneOffset.ofHours(5));
    var next = new Window(window.to(), START.plus(Duration.ofDays(DAYS)), ZoneOffset.ofHours(5));
    return DeliveryReport.of(ledger, OWNERSHIP, List.of(window, next));
  }

  /** Some new events, and new versions of some that are known. */
  private static List<Touch> batch(Random random, ListArchive archive) {
    var touches = new ArrayList<Touch>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> {
          var one = incident(random);
          var before = archive.incidents.put(one.key(), one);
          touches.add(Touch.of(one));
          if (before != null) touches.add(Touch.of(before));
        }
        case 1 -> {
          var one = change(random);
          var before = archive.changes.put(one.key(), one);
          touches.add(Touch.of(one));
          if (before != null) touches.add(Touch.of(before));
        }
        case 2 -> {
          var one = ticket(random);
          var before = archive.tickets.put(one.key(), one);
          touches.add(Touch.of(one));
          if (before != null) touches.add(Touch.of(before));
        }
        default -> {
          var one = deployment(random);
          var before = archive.deployments.put(one.key(), one);
          touches.add(Touch.of(one, at(one)));
          if (before != null) touches.add(Touch.of(before, at(before)));
        }
      }
    }
    return touches;
  }

  private static Instant at(Deployment one) {
    return Objects.requireNonNullElse(one.finishedAt(), one.startedAt());
  }

  private static Deployment deployment(Random random) {
    var at = at(random);
    var commits = new ArrayList<Deployment.Commit>();
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      var reverts = random.nextInt(3) == 0 ? sha(random) : null;
      var written = random.nextInt(4) == 0 ? null : at.minusSeconds(random.nextInt(90_000));
      commits.add(new Deployment.Commit(sha(random), written, reverts));
    }
    return new Deployment(
        source(random),
        "e" + random.nextInt(15),
        SERVICES.get(random.nextInt(3)),
        random.nextBoolean() ? null : repository(random),
        random.nextInt(3) == 0 ? null : sha(random),
        random.nextInt(8) > 0,
        at.minusSeconds(300),
        random.nextInt(12) == 0 ? null : at,
        Outcome.values()[random.nextInt(6) == 0 ? random.nextInt(3) : 0],
        Kind.values()[random.nextInt(3) == 0 ? random.nextInt(5) : 0],
        random.nextBoolean() ? null : Trigger.values()[random.nextInt(3)],
        random.nextBoolean() ? null : Deployment.Via.values()[random.nextInt(3)],
        random.nextInt(3) == 0 ? "t" + random.nextInt(4) : null,
        commits,
        random.nextBoolean() ? null : random.nextInt(3),
        random.nextInt(4) == 0 ? "e" + random.nextInt(15) : null,
        at.plusMillis(random.nextInt(5000)));
  }

  private static Incident incident(Random random) {
    var at = at(random);
    return new Incident(
        source(random),
        "e" + random.nextInt(15),
        SERVICES.get(random.nextInt(3)),
        at,
        random.nextInt(3) == 0 ? null : at.plusSeconds(random.nextInt(200_000) - 1000),
        Cause.values()[random.nextInt(4)],
        random.nextInt(3) == 0 ? "e" + random.nextInt(15) : null,
        random.nextBoolean() ? List.of() : List.of("The shop", "find"));
  }

  private static Ticket ticket(Random random) {
    var at = at(random);
    return new Ticket(
        source(random),
        "t" + random.nextInt(4),
        random.nextBoolean() ? null : "find",
        random.nextBoolean() ? null : "The shop",
        Ticket.Kind.values()[random.nextInt(4)],
        at,
        random.nextBoolean() ? null : at.plusSeconds(random.nextInt(900_000) - 1000));
  }

  private static Change change(Random random) {
    var sha = sha(random);
    return new Change(
        repository(random),
        sha,
        random.nextInt(4) == 0 ? sha(random) : sha,
        at(random),
        random.nextBoolean() ? null : at(random),
        random.nextInt(4) == 0 ? sha(random) : null);
  }

  private static String sha(Random random) {
    return "%04x".formatted(random.nextInt(24));
  }

  private static String repository(Random random) {
    return random.nextInt(3) == 0 ? "copy/shop" : "acme/shop";
  }

  private static String source(Random random) {
    return random.nextInt(4) == 0 ? "b" : "a";
  }

  /** By hours, so that some happen at one moment, and half of them within a few days. */
  private static Instant at(Random random) {
    int days = random.nextBoolean() ? 4 : DAYS;
    return START.plus(Duration.ofHours(random.nextInt(24 * days)));
  }
}
