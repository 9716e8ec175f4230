package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.platform.ClaimShares;
import plimsoll.readiness.Judge;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.WaveChange;
import plimsoll.roadmap.Grounds;
import plimsoll.roadmap.Roadmap;
import plimsoll.workload.Perusal;

/**
 * Takes one reading: gathers the cut, computes by the pure rooms, stores what they found. It runs
 * outside of any transaction, so that its progress can be seen.
 */
@ApplicationScoped
public class Taking {
  private static final Logger LOG = Logger.getLogger(Taking.class.getName());

  @Inject Readings readings;
  @Inject Perusal perusal;
  @Inject Gathering gathering;

  /** Takes a reading that was claimed. Whatever goes wrong is noted with the reading. */
  void take(UUID id) {
    try {
      taken(id);
    } catch (PublishedRosters.Overtaken overtaken) {
      take(id);
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
    perusal.catchUp();
    var reading = readings.find(id).orElseThrow();
    var cut = gathering.cut(reading);
    if (reading.retakeOf() == null) {
      advance(id, "Measuring delivery", 25);
      var delivery = cut.records().figures();
      advance(id, "Comparing deployment patterns", 50);
      var patterns = cut.patterns();
      advance(id, "Looking for what teams built more than once", 55);
      var landscape = cut.landscape();
      var records = new Counted(delivery, patterns, landscape, cut.claims());
      var readiness = judged(id, cut, records);
      var findings = findings(id, cut, readiness, records, cut.changes(readiness));
      store(id, cut, cut.leading(), findings);
    } else {
      again(id, cut, readings.find(reading.first()).orElseThrow());
    }
  }

  /** What was found of records and of changes stays: no edition of the method has a part in it. */
  private void again(UUID id, Material cut, Reading first) {
    Retakes.requireSameCut(first, cut.inputs());
    var then = readings.findings(first);
    var records = new Counted(then.delivery(), then.patterns(), then.landscape(), then.claims());
    var readiness = judged(id, cut, records);
    Retakes.requireSameRelease(then.readiness(), readiness);
    var findings = findings(id, cut, readiness, records, then.changes());
    store(id, cut, first.leading(), findings);
  }

  /** What machines recorded, as a reading counts it. */
  private record Counted(
      DeliveryFigures delivery, Divergence patterns, Landscape landscape, ClaimShares claims) {}

  private Readiness judged(UUID id, Material cut, Counted records) {
    advance(id, "Judging", 60);
    return Judge.assess(
        cut.asCase(records.delivery, records.patterns, records.landscape, records.claims));
  }

  private Findings findings(
      UUID id, Material cut, Readiness readiness, Counted records, List<WaveChange> changes) {
    advance(id, "Proposing what to do next", 85);
    return new Findings(
        cut.described(readiness),
        readiness,
        records.delivery,
        records.patterns,
        records.landscape,
        Roadmap.propose(
            readiness,
            cut.heads(),
            cut.known(),
            cut.waits(records.delivery),
            new Grounds(records.patterns, records.landscape),
            cut.seed()),
        changes,
        cut.items(),
        cut.trend(cut.wave(id, readiness, records.patterns, records.landscape)),
        records.claims);
  }

  private void store(UUID id, Material cut, boolean leading, Findings findings) {
    advance(id, "Storing", 95);
    var rosters = Rosters.behind(findings.readiness(), cut.heard());
    readings.finish(id, cut.inputs(), leading, findings, rosters, cut.published());
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
