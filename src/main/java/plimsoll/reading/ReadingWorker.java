package plimsoll.reading;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.campaign.CampaignClosed;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Campaigns;
import plimsoll.campaign.Closing;
import plimsoll.readiness.Edition;

/**
 * Takes the readings that wait, one after the other, in the background. What waits is in the
 * database, so nothing is lost when a node dies, and the next one goes on.
 */
@ApplicationScoped
public class ReadingWorker {
  private static final Logger LOG = Logger.getLogger(ReadingWorker.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject Readings readings;
  @Inject Taking taking;
  @Inject Campaigns campaigns;
  @Inject Closing closing;
  private ScheduledFuture<?> looking;

  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 800)
          Object start) {
    finishClosings();
    looking = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }

  /** A campaign that closes asks for its reading. */
  void closed(@Observes @Priority(CampaignClosed.SETTLE + 1000) CampaignClosed event) {
    request(event.id(), "the closing of the campaign");
  }

  /**
   * Asks for the reading of a closed campaign; its window is the time that the survey asks about.
   */
  public Reading request(UUID campaign, String requestedBy) {
    var view = campaigns.get(campaign);
    var from = view.since().atStartOfDay(ZoneOffset.UTC).toInstant();
    return readings.request(campaign, from, view.closedAt(), Edition.CURRENT, requestedBy);
  }

  /** Takes this reading here and now, unless somebody else does. */
  public void takeNow(UUID id) {
    if (readings.claim(id)) {
      taking.take(id);
    }
  }

  /** The same with another edition of the method, for what is to look as if taken long ago. */
  public void takeNow(UUID id, Edition edition) {
    readings.judgeBy(id, edition);
    takeNow(id);
  }

  /** A campaign that is closed but has no reading was being closed when the service was killed. */
  private void finishClosings() {
    campaigns.closed().stream()
        .map(CampaignView::id)
        .filter(id -> !readings.askedFor(id))
        .forEach(closing::finish);
    closing.sweep();
  }

  private void look() {
    try {
      readings.claim().ifPresent(taking::take);
    } catch (RuntimeException e) {
      // Thrown out of here it would end the schedule; the database may only be away for a moment.
      LOG.log(Level.WARNING, "Looking for readings failed; it goes on", e);
    }
  }
}
