package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.json.Json;
import plimsoll.readiness.BadCase;
import plimsoll.readiness.Edition;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.SameRelease;
import plimsoll.reading.Reading.State;

/**
 * The cut of a reading taken again with a newer edition of the method. All else stays as it was:
 * answers, events, what was known of earlier readings, the seed, and what is shown of people.
 */
@ApplicationScoped
public class Retakes {
  @Inject Readings readings;
  @Inject Gathering gathering;
  @Inject Audit audit;

  /**
   * Asks for it; the same wish twice is one reading, and a failed one is tried again.
   *
   * @param edition null for the current one
   * @throws Refusal 409 when the reading is not done, its answers are kept no more, or its cut was
   *     taken with an edition that is as new already; 422 for an edition that there isn't
   */
  public Reading request(Reading of, String edition, String requestedBy) {
    var wanted = edition(edition);
    var all = readings.ofSameCut(of);
    var first = all.get(0);
    if (!first.done()) {
      throw new Refusal(409, "This reading is not done yet: " + first.doing() + ".");
    }
    var same = all.stream().filter(other -> other.edition().equals(wanted)).findFirst();
    if (same.isPresent() && !same.get().done()) {
      readings.tryAgain(same.get().id());
      return same.get();
    }
    requireNewer(wanted, all);
    if (!gathering.answersKept(first)) {
      throw new Refusal(
          409,
          "The answers that this reading was taken from are kept no more, so it can't be taken"
              + " again. What it found stays as it is.");
    }
    audit.record(
        requestedBy, "asked to take a reading again", first.id() + " with " + wanted.name());
    return readings.again(first, wanted, requestedBy);
  }

  private static Edition edition(String name) {
    try {
      return name == null || name.isBlank() ? Edition.CURRENT : Edition.of(name);
    } catch (BadCase unknown) {
      throw Refusal.wrong("/edition", unknown.getMessage());
    }
  }

  private static void requireNewer(Edition wanted, List<Reading> all) {
    all.stream()
        .filter(other -> other.state() != State.FAILED && !wanted.newerThan(other.edition()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new Refusal(
                  409,
                  "This cut was taken with edition %s already, and only a newer one may follow."
                      .formatted(other.edition().name()));
            });
  }

  /**
   * @throws Refusal that names what is not as it was
   */
  static void requireSameCut(Reading first, Inputs now) {
    var unlike = now.unlike(Json.read(first.inputs(), Inputs.class));
    if (!unlike.isEmpty()) {
      throw new Refusal(
          409,
          "This cut can't be taken again, because its inputs are not what they were: "
              + String.join(", ", unlike)
              + ". Ask for a new reading instead.");
    }
  }

  /**
   * @throws Refusal when the same cut would show more of people than it did first
   */
  static void requireSameRelease(Readiness first, Readiness again) {
    var beyond = SameRelease.beyond(first, again);
    if (!beyond.isEmpty()) {
      throw new Refusal(
          409,
          "It would show what was not shown first, so it was not kept: "
              + String.join(", ", beyond)
              + ".");
    }
  }
}
