package plimsoll.report;

import java.util.Comparator;
import java.util.List;
import plimsoll.readiness.Edition;
import plimsoll.reading.Reading;

/**
 * With which editions of the method a cut was taken, and with which it can be taken still.
 *
 * @param edition that of the reading at hand
 * @param others the other readings of the same cut that are done
 * @param pending those that are not
 * @param newer names of the editions with which it can be taken, the newest first
 */
public record Takes(
    String edition, List<Reading> others, List<Reading> pending, List<String> newer) {

  static Takes of(Reading reading, List<Reading> ofSameCut) {
    var others = ofSameCut.stream().filter(other -> !other.id().equals(reading.id())).toList();
    var newest =
        ofSameCut.stream()
            .map(Reading::edition)
            .max(Comparator.comparing(Edition::since))
            .orElseThrow();
    return new Takes(
        reading.edition().name(),
        others.stream().filter(Reading::done).toList(),
        others.stream().filter(other -> !other.done()).toList(),
        newest.newer().stream().map(Edition::name).toList());
  }
}
