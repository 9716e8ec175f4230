package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plimsoll.campaign.CampaignView.State;

class CampaignViewTest {
  private static final Instant OPENS = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant CLOSES = OPENS.plus(Duration.ofDays(7));

  @Test
  void answersAreTakenFromTheFirstMomentToTheLastButNotAtTheEnd() {
    assertEquals(State.PLANNED, campaign(null).state(OPENS.minusNanos(1)));
    assertEquals(State.OPEN, campaign(null).state(OPENS));
    assertEquals(State.OPEN, campaign(null).state(CLOSES.minusNanos(1)));
    assertEquals(State.CLOSED, campaign(null).state(CLOSES));
  }

  @Test
  void whatIsClosedStaysSoWhenTheClockIsSetBack() {
    var closed = campaign(CLOSES);
    assertEquals(State.CLOSED, closed.state(CLOSES.minus(Duration.ofDays(1))));
    assertEquals(State.CLOSED, closed.state(OPENS.minus(Duration.ofDays(1))));
  }

  private static CampaignView campaign(Instant closedAt) {
    return new CampaignView(
        UUID.randomUUID(),
        "quarterly",
        "2026.1",
        "",
        "Spring",
        "we",
        "it",
        null,
        OPENS,
        CLOSES,
        closedAt,
        5,
        List.of(),
        5,
        null,
        null,
        0,
        null);
  }
}
