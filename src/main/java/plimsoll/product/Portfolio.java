package plimsoll.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;
import plimsoll.roadmap.Initiative;

/** Joins what the latest reading proposes with what was decided, and takes new decisions. */
@ApplicationScoped
@Transactional
public class Portfolio {
  @Inject Readings readings;
  @Inject Decisions decisions;
  @Inject Audit audit;

  /** Empty before the first reading. */
  public Optional<RoadmapView> latest() {
    return readings.latest().map(this::of);
  }

  /**
   * @throws Refusal 409 while the reading is not done
   */
  public RoadmapView of(Reading reading) {
    var proposed = readings.findings(reading).initiatives();
    return RoadmapView.of(reading.id(), reading.takenAt(), proposed, decisions.byInitiative());
  }

  /**
   * @param who account of the person that decides
   * @throws Refusal 404 for an initiative that is neither proposed nor promised, 422 for an intent
   *     that is wrong, 409 for finishing what was never accepted and for other words of what is not
   *     a proposal
   */
  public RoadmapView.Entry decide(String key, Intent intent, String who) {
    var wanted = intent.checked();
    var reading = reading();
    var before = known(key, of(reading));
    if (wanted.state() == State.DONE && !before.decision().state().committed()) {
      throw new Refusal(409, "Accept it first: what is done is held against what was promised.");
    }
    change(before, wanted.claim(), reading);
    decisions.decide(key, reading.id(), proposed(key, reading), wanted);
    if (wanted.position() != null && wanted.state().open()) {
      arrange(key, wanted.position() - 1, reading);
    }
    audit.record(who, "decided on an initiative: " + wanted.state().word(), key);
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

  private Initiative proposed(String key, Reading reading) {
    return readings.findings(reading).initiatives().stream()
        .filter(initiative -> initiative.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private Reading reading() {
    return readings.latest().orElseThrow(() -> Refusal.notFound("initiative"));
  }

  private static RoadmapView.Entry known(String key, RoadmapView view) {
    return view.entry(key).orElseThrow(() -> Refusal.notFound("initiative"));
  }
}
