package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.delivery.Backfill.State;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.pull.GitTags;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;
import plimsoll.schedule.Chore;

/**
 * Fetches the pasts that were asked for, a page of each in turn. After every page it is in the
 * database where to go on, so nothing is lost when a node dies; what is read twice counts once.
 */
@ApplicationScoped
public class PullWorker implements Chore {
  private static final Logger LOG = Logger.getLogger(PullWorker.class.getName());
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMinutes(1);
  private static final int FAILURES_MAX = 8;
  private static final int FIRST_PAUSE_SECONDS = 5;
  private static final int RELEASES_AT_ONCE = 100;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  @Inject Backfills backfills;
  @Inject Pulls pulls;
  @Inject PullTokens tokens;
  @Inject SourceSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "pull";
  }

  @Override
  public Duration rest() {
    return REST;
  }

  @Override
  public void perform() throws InterruptedException {
    long end = System.nanoTime() + TURN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = false;
      for (var one : backfills.open(Pulls.KINDS)) {
        more |= step(one);
      }
    }
    tokens.forget();
  }

  /** True when there may be more to do at once. */
  private boolean step(Backfill one) throws InterruptedException {
    var progress = PullProgress.of(one.cursor());
    if (!progress.isDue(clock.instant())) {
      return false;
    }
    try {
      var pull = Json.read(one.settings(), Pull.class);
      if (pull.isGit()) {
        readTags(one, pull);
        return false;
      }
      return readPage(one, pull, progress);
    } catch (Halt halt) {
      stop(one.id(), progress, halt);
      return false;
    } catch (Refusal refusal) {
      // It was cancelled meanwhile; what it brought until then stays.
      return false;
    } catch (RuntimeException e) {
      // Others may have stored the same events at the same time, or the database was away.
      LOG.log(Level.WARNING, e, () -> "A page of " + one.what() + " was not stored");
      stop(one.id(), progress, Halt.troubled("What was read could not be stored."));
      return false;
    }
  }

  private boolean readPage(Backfill one, Pull pull, PullProgress progress)
      throws InterruptedException {
    var token = tokens.find(one.id()).orElse(null);
    var step = pull.past(token, settings.of(pull.kind()), clock).step(progress.cursor());
    if (step.next() == null) {
      long done = progress.done() + step.read();
      store(one.id(), step.batch(), done, done, progress.text());
      backfills.become(one.id(), State.DONE, "");
      return true;
    }
    var next = progress.on(step.next(), step.read());
    store(one.id(), step.batch(), next.done(), next.total(), next.text());
    backfills.become(one.id(), State.RUNNING, "Reading: " + step.next().part() + ".");
    return true;
  }

  /** A repository on this machine is read at once, and its releases are stored some at a time. */
  private void readTags(Backfill one, Pull pull) {
    var wanted =
        new GitTags.Wanted(
            pull.repository(), pull.service(), pull.tags(), pull.from(), pull.until());
    var all = GitTags.read(pulls.folder(), wanted);
    var facts = all.facts();
    for (int i = 0; i < facts.size(); i += RELEASES_AT_ONCE) {
      int end = Math.min(facts.size(), i + RELEASES_AT_ONCE);
      var some = new Batch();
      facts.subList(i, end).forEach((Fact fact) -> some.add(fact));
      store(one.id(), some, end, facts.size(), "");
    }
    var rest = new Batch();
    all.problems().forEach(problem -> rest.problem(problem.document(), problem.message()));
    store(one.id(), rest, facts.size(), facts.size(), "");
    backfills.become(one.id(), State.DONE, "");
  }

  private void store(UUID id, Batch batch, long done, long total, String cursor) {
    backfills.advance(id, batch, done, total, cursor);
  }

  private void stop(UUID id, PullProgress progress, Halt halt) {
    switch (halt.kind()) {
      case LIMITED -> pause(id, progress.waiting(halt.until(), false), halt);
      case TROUBLED -> {
        if (progress.failures() >= FAILURES_MAX) {
          fail(id, halt.getMessage() + " It was tried " + (FAILURES_MAX + 1) + " times.");
        } else {
          var pause = Duration.ofSeconds((long) FIRST_PAUSE_SECONDS << progress.failures());
          pause(id, progress.waiting(clock.instant().plus(pause), true), halt);
        }
      }
      case FAILED, ABSENT -> fail(id, halt.getMessage());
    }
  }

  private void pause(UUID id, PullProgress waiting, Halt halt) {
    try {
      store(id, new Batch(), waiting.done(), waiting.total(), waiting.text());
      backfills.become(
          id, State.WAITING, halt.getMessage() + " It goes on by itself at " + time(waiting));
    } catch (Refusal refusal) {
      // It was cancelled meanwhile.
      return;
    }
  }

  private void fail(UUID id, String words) {
    try {
      backfills.become(id, State.FAILED, words);
    } catch (Refusal refusal) {
      // It was cancelled meanwhile.
      return;
    }
  }

  private static String time(PullProgress waiting) {
    return MINUTE.format(waiting.until().plusSeconds(59)) + " UTC.";
  }
}
