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
   *     that is wrong, 409 for finishing what was never accepted
   */
  public RoadmapView.Entry decide(String key, Intent intent, String who) {
    var wanted = intent.checked();
    var reading = reading();
    var before = known(key, of(reading)).decision().state();
    if (wanted.state() == State.DONE && !before.committed()) {
      throw new Refusal(409, "Accept it first: what is done is held against what was promised.");
    }
    decisions.decide(key, reading.id(), proposed(key, reading), wanted);
    if (wanted.position() != null && wanted.state().open()) {
      arrange(key, wanted.position() - 1, reading);
    }
    audit.record(who, "decided on an initiative: " + wanted.state().word(), key);
    return known(key, of(reading));
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
