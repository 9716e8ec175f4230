package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.pattern.Divergence;
import plimsoll.readiness.Judge;
import plimsoll.roadmap.Roadmap;

/**
 * Takes one reading: gathers the cut, computes by the pure rooms, stores what they found. It runs
 * outside of any transaction, so that its progress can be seen.
 */
@ApplicationScoped
public class Taking {
  private static final Logger LOG = Logger.getLogger(Taking.class.getName());

  @Inject Readings readings;
  @Inject Gathering gathering;

  /** Takes a reading that was claimed. Whatever goes wrong is noted with the reading. */
  void take(UUID id) {
    try {
      taken(id);
    } catch (Stopped stopped) {
      LOG.info(() -> "Reading " + id + " was stopped");
    } catch (Refusal refusal) {
      readings.fail(id, refusal.getMessage());
    } catch (RuntimeException bug) {
      LOG.log(Level.SEVERE, bug, () -> "Reading " + id + " failed");
      readings.fail(id, "Something went wrong here. Nothing was changed; the log says more.");
    }
  }

  private void taken(UUID id) {
    advance(id, "Gathering answers, events and patterns", 5);
    var cut = gathering.cut(readings.find(id).orElseThrow());
    advance(id, "Measuring delivery", 25);
    var delivery = cut.records().figures();
    advance(id, "Comparing deployment patterns", 50);
    var patterns = cut.fingerprints().isEmpty() ? null : Divergence.of(cut.fingerprints());
    advance(id, "Judging", 60);
    var readiness = Judge.assess(cut.asCase(delivery, patterns));
    advance(id, "Proposing what to do next", 85);
    var initiatives =
        Roadmap.propose(readiness, cut.heads(), cut.known(), cut.waits(delivery), cut.seed());
    var wave = cut.wave(id, readiness);
    var findings =
        new Findings(
            cut.described(readiness),
            readiness,
            delivery,
            patterns,
            initiatives,
            cut.changes(readiness),
            cut.trend(wave));
    advance(id, "Storing", 95);
    readings.finish(
        id, cut.digest(), cut.leading(), findings, Rosters.published(readiness, cut.rosters()));
  }

  private void advance(UUID id, String doing, int progress) {
    if (!readings.advance(id, doing, progress)) {
      throw new Stopped();
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }
}
