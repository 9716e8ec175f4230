package plimsoll.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.reading.Lessons;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;
import plimsoll.roadmap.Initiative;

/** Joins what the latest reading proposes with what was decided, and takes new decisions. */
@ApplicationScoped
@Transactional
public class Portfolio {
  private static final int MOST_YEARS = 3;

  @Inject Readings readings;
  @Inject Decisions decisions;
  @Inject Checks checks;
  @Inject Lessons lessons;
  @Inject Audit audit;
  @Inject Clock clock;

  /** Empty before the first reading. */
  public Optional<RoadmapView> latest() {
    return readings.latest().map(this::of);
  }

  /**
   * @throws Refusal 409 while the reading is not done
   */
  public RoadmapView of(Reading reading) {
    var proposed = readings.findings(reading).initiatives();
    var decided = decisions.byInitiative();
    return RoadmapView.of(
        reading.id(),
        reading.takenAt(),
        proposed,
        decided,
        checks.of(reading, decided.values(), decisions.conclusions()));
  }

  /**
   * @param who account of the person that decides
   * @throws Refusal 404 for an initiative that is neither proposed nor promised, 422 for an intent
   *     that is wrong, 409 for finishing what was never accepted and for other words of what is not
   *     a proposal
   */
  public RoadmapView.Entry decide(String key, Intent intent, String who) {
    return decide(key, intent, who, clock.instant());
  }

  /**
   * The same, decided at another time than now.
   *
   * @param at not after now
   */
  public RoadmapView.Entry decide(String key, Intent intent, String who, Instant at) {
    var wanted = intent.checked();
    var reading = reading();
    var before = known(key, of(reading));
    checkable(before, wanted, at);
    if (wanted.state() == State.DONE && !before.decision().state().committed()) {
      throw new Refusal(409, "Accept it first: what is done is held against what was promised.");
    }
    change(before, wanted.claim(), reading);
    decisions.decide(key, reading.id(), offer(key, reading), wanted, at);
    if (wanted.position() != null && wanted.state().open()) {
      arrange(key, wanted.position() - 1, reading);
    }
    audit.record(who, "decided on an initiative: " + wanted.state().word(), key);
    return known(key, of(reading));
  }

  /**
   * Keeps what is done about a bet that was checked, and lets later readings learn from it.
   *
   * @throws Refusal 404 for an initiative that is not known, 409 where nothing was promised or the
   *     check is still to come, 422 for a judgement that is wrong
   */
  public RoadmapView.Entry conclude(String key, Judgement judgement, String who) {
    var reading = reading();
    known(key, of(reading));
    var decision = decisions.byInitiative().get(key);
    if (decision == null || decision.checkOn() == null) {
      throw new Refusal(409, "Nothing was promised here, so there is nothing to check.");
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var wanted = judgement.checked(decision.acceptedOn(), today);
    var told = decisions.conclusions().stream().filter(one -> one.of(decision)).toList();
    var bet = Checks.bet(decision, told);
    var outcome = checks.outcome(reading, decision, bet);
    if (outcome.early()) {
      throw new Refusal(
          409,
          "Too early: the first reading from " + bet.checkOn() + " on tells whether it helped.");
    }
    decisions.conclude(
        new Conclusion(decision, reading.id(), bet.checkOn(), outcome, wanted, clock.instant()));
    if (outcome.effect() != null) {
      lessons.learn(key, decision.acceptedAt(), outcome.effect());
    }
    audit.record(who, "concluded on an initiative: " + wanted.course().word(), key);
    return known(key, of(reading));
  }

  /**
   * Says in other words, or weeks, what is proposed; what the reading proposes stays beside it.
   *
   * @throws Refusal 409 for what is no longer a proposal, 422 for a claim that is wrong
   */
  public void change(String key, Claim claim, String who) {
    var wanted = claim.checked();
    var reading = reading();
    change(known(key, of(reading)), wanted, reading);
    audit.record(who, "changed what an initiative claims", key);
  }

  /**
   * Moves an open initiative along the list; beyond an end it stays there.
   *
   * @param steps below 0 is towards the top
   */
  public void move(String key, int steps, String who) {
    var reading = reading();
    var view = of(reading);
    if (!known(key, view).open()) {
      throw new Refusal(409, "Only what is proposed or accepted has a place in the order.");
    }
    arrange(key, view.openKeys().indexOf(key) + steps, reading);
    audit.record(who, "moved an initiative", key);
  }

  private void change(RoadmapView.Entry before, Claim wanted, Reading reading) {
    var changed = wanted.over(before.claim());
    if (!changed.equals(before.claim())) {
      refuseFrozen(before.decision().state());
      var proposed = Claim.of(proposed(before.key(), reading));
      decisions.change(before.key(), reading.id(), changed.unlike(proposed));
    }
  }

  /** What the result is held against is said before, and stays. */
  private static void checkable(RoadmapView.Entry before, Intent wanted, Instant at) {
    var promise = before.decision().promise();
    if (promise != null && wanted.state().committed()) {
      boolean other =
          wanted.smallestEffect() != null && wanted.smallestEffect() != promise.smallestEffect()
              || wanted.checkOn() != null && !wanted.checkOn().equals(promise.checkOn());
      if (other) {
        refuseFrozen(State.ACCEPTED);
      }
    } else if (wanted.checkOn() != null) {
      var accepted = LocalDate.ofInstant(at, ZoneOffset.UTC);
      if (!wanted.checkOn().isAfter(accepted)
          || wanted.checkOn().isAfter(accepted.plusYears(MOST_YEARS))) {
        throw Refusal.wrong("/checkOn", "The check lies in the future, within three years.");
      }
    }
  }

  private static void refuseFrozen(State state) {
    if (state.committed()) {
      throw new Refusal(
          409,
          "It was accepted, so what it claims is kept: the result is held against it. Owner and"
              + " quarter may change. To claim something else, make it a proposal again first.");
    }
    if (state == State.REFUSED) {
      throw new Refusal(409, "It was refused: consider it again first.");
    }
  }

  private void arrange(String key, int index, Reading reading) {
    List<String> keys = new ArrayList<>(of(reading).openKeys());
    keys.remove(key);
    keys.add(Math.max(0, Math.min(index, keys.size())), key);
    decisions.arrange(keys, reading.id());
  }

  /** Null when the reading does not propose it. */
  private Offer offer(String key, Reading reading) {
    var proposed = proposed(key, reading);
    return proposed == null ? null : Offer.of(proposed, readings.findings(reading).cut().survey());
  }

  private Initiative proposed(String key, Reading reading) {
    return readings.findings(reading).initiatives().stream()
        .filter(initiative -> initiative.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** The one that decisions are taken on. */
  Reading reading() {
    return readings.latest().orElseThrow(() -> Refusal.notFound("initiative"));
  }

  private static RoadmapView.Entry known(String key, RoadmapView view) {
    return view.entry(key).orElseThrow(() -> Refusal.notFound("initiative"));
  }
}
