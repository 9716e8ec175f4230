package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import plimsoll.delivery.Receipt.State;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Scrub;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.Source;
import plimsoll.schedule.Chore;

/**
 * Takes requests with one row each, and folds them into events afterwards: every second, and before
 * anything is computed from events.
 */
@ApplicationScoped
public class Inbox implements Chore {
  private static final int MANY = 200;

  /** What is larger, packed, is folded at once and not kept; H2 takes no more. */
  private static final int KEPT_MAX = 1_000_000;

  @Inject Deliveries deliveries;
  @Inject Folding folding;
  @Inject Intake intake;

  /**
   * Keeps a request whose proof was checked; it is committed when this returns.
   *
   * @throws plimsoll.access.Refusal 400 when it can't be read at all; then nothing is kept
   */
  Taken take(Source source, Delivery delivery) {
    var batch = source.read(delivery);
    var what = source.what(delivery);
    var text = batch.raw() == null ? Scrub.withoutPeople(delivery.json()) : batch.raw();
    var kept = Kept.of(source, delivery, text);
    return kept.body().length > KEPT_MAX
        ? intake.take(source.key(), what, batch)
        : keep(kept, what, batch);
  }

  private Taken keep(Kept kept, String what, Batch batch) {
    var state = batch.facts().isEmpty() ? State.FOLDED : State.WAITING;
    var taken = taken(batch.facts().size(), 0, batch);
    var receipt = Receipt.of(kept.id(), kept.source(), what, state, taken, kept.receivedAt());
    return deliveries.keep(kept, receipt) ? taken : taken(0, batch.facts().size(), batch);
  }

  private static Taken taken(int accepted, int duplicates, Batch batch) {
    return new Taken(
        accepted,
        duplicates,
        batch.ignored(),
        List.copyOf(batch.problems()),
        List.copyOf(batch.notes()));
  }

  /**
   * Folds everything that waits now. So whoever was told that his delivery was taken finds its
   * events in what is computed hereafter. Costs next to nothing when nothing waits.
   */
  public void drain() {
    var until = deliveries.lastWaiting();
    if (until == null) return;
    int folded = 1;
    for (int limit = MANY; folded > 0; ) {
      try {
        int most = limit;
        folded = Collisions.retry(() -> folding.some(until, most));
        limit = Math.min(MANY, limit * 2);
      } catch (RuntimeException e) {
        // One spoils the others: with ever fewer of them it is found.
        if (limit == 1) setAside(until, e);
        limit = Math.max(1, limit / 2);
      }
    }
  }

  private void setAside(Instant until, RuntimeException why) {
    if (Collisions.isOfTheDatabase(why) && !Collisions.isBadData(why)) throw why;
    folding.setAside(until, why);
  }

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void perform() {
    drain();
  }
}
