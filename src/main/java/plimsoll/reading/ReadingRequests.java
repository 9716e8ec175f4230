package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.campaign.Campaigns;
import plimsoll.readiness.BadCase;
import plimsoll.readiness.Edition;

/** Wishes for a reading, checked before they wait for their turn. */
@ApplicationScoped
public class ReadingRequests {
  private static final Duration LONGEST = Duration.ofDays(3 * 366);

  @Inject Readings readings;
  @Inject Campaigns campaigns;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * @param campaign a closed campaign; null for a reading without answers
   * @param from start of the window of events
   * @param to its end, not in the future; up to three years later
   * @param edition of the method, such as "2026.1"; null for the current one
   */
  public record Wish(UUID campaign, Instant from, Instant to, String edition) {}

  /**
   * @throws Refusal 422 that names every fault
   */
  public Reading request(Wish wish, String requestedBy) {
    check(wish);
    audit.record(requestedBy, "asked for a reading", wish.from() + " to " + wish.to());
    var edition = wish.edition() == null ? Edition.CURRENT : Edition.of(wish.edition());
    return readings.request(wish.campaign(), wish.from(), wish.to(), edition, requestedBy);
  }

  private void check(Wish wish) {
    var faults = new ArrayList<Fault>();
    if (wish.from() == null) {
      faults.add(new Fault("/from", "Say from when on events count."));
    }
    if (wish.to() == null) {
      faults.add(new Fault("/to", "Say until when events count."));
    } else if (wish.to().isAfter(clock.instant())) {
      faults.add(new Fault("/to", "The window can't end in the future."));
    }
    if (wish.from() != null && wish.to() != null) {
      checkLength(wish, faults);
    }
    if (wish.campaign() != null) {
      checkCampaign(wish.campaign(), faults);
    }
    if (wish.edition() != null) {
      checkEdition(wish.edition(), faults);
    }
    if (!faults.isEmpty()) {
      throw Refusal.wrong("No reading was asked for.", faults);
    }
  }

  private static void checkEdition(String edition, ArrayList<Fault> faults) {
    try {
      Edition.of(edition);
    } catch (BadCase unknown) {
      faults.add(new Fault("/edition", unknown.getMessage()));
    }
  }

  private static void checkLength(Wish wish, ArrayList<Fault> faults) {
    var length = Duration.between(wish.from(), wish.to());
    if (length.isNegative() || length.isZero()) {
      faults.add(new Fault("/to", "The window must end after it starts."));
    } else if (length.compareTo(LONGEST) > 0) {
      faults.add(new Fault("/from", "The window can be three years long at most."));
    }
  }

  private void checkCampaign(UUID campaign, ArrayList<Fault> faults) {
    var found = campaigns.find(campaign);
    if (found.isEmpty()) {
      faults.add(new Fault("/campaign", "There is no such campaign."));
    } else if (found.get().closedAt() == null) {
      faults.add(
          new Fault("/campaign", "This campaign is still open; answers are read when it closes."));
    }
  }
}
