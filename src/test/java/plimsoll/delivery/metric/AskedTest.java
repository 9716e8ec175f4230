package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.statistics.Proportion;

class AskedTest {
  private static final Instant AT = Instant.parse("2026-09-01T08:00:00Z");

  @Test
  void aTeamIsAskedByOthersAndNotByItself() {
    var all =
        List.of(
            waited("shop", "platform"),
            waited("shop", "Platform"),
            waited("shop", "security"),
            automatic("shop"),
            waited("platform", "platform"),
            automatic("platform"));
    assertEquals(
        List.of(
            new Asked("platform", 2, 4, 4),
            new Asked("security", 1, 6, 6),
            new Asked("shop", 0, 2, 2)),
        Asked.of(all, Set.of("shop", "Platform")));
  }

  @Test
  void whoseTicketNobodySentIsLeftOut() {
    var all =
        List.of(
            waited("shop", "platform"),
            automatic("shop"),
            deployed("shop", Trigger.TICKET, null, null),
            deployed("shop", null, "T-1", null),
            deployed("shop", Trigger.TICKET, "T-2", ticket(null)),
            deployed("shop", null, null, null));
    var asked = Asked.of(all, Set.of()).get(0);
    assertEquals(new Asked("platform", 1, 2, 6), asked);
    assertNull(asked.share());
  }

  @Test
  void halfOfThemIsEnoughToTell() {
    assertEquals(new Proportion(1, 3), new Asked("x", 1, 3, 6).share());
    assertNull(new Asked("x", 1, 3, 7).share());
    assertNull(new Asked("x", 0, 0, 0).share());
  }

  @Test
  void whatNobodyOwnsCountsAsAnothers() {
    var asked = Asked.of(List.of(waited(null, "platform")), Set.of());
    assertEquals(List.of(new Asked("platform", 1, 1, 1)), asked);
  }

  @Test
  void theOrderOfDeploymentsChangesNothing() {
    var all = new ArrayList<Judged>();
    for (int i = 0; i < 30; i++) {
      all.add(i % 3 == 0 ? automatic("t" + i % 4) : waited("t" + i % 4, "t" + i % 5));
    }
    var one = Asked.of(all, Set.of("t0"));
    Collections.reverse(all);
    assertEquals(one, Asked.of(all, Set.of("t0")));
    assertEquals(List.of(), Asked.of(List.of(), Set.of()));
  }

  private static Judged waited(String owner, String asked) {
    return deployed(owner, Trigger.TICKET, "T", ticket(asked));
  }

  private static Judged automatic(String owner) {
    return deployed(owner, Trigger.AUTOMATIC, null, null);
  }

  private static Ticket ticket(String to) {
    return new Ticket("plimsoll", "T", null, to, Ticket.Kind.DEPLOYMENT, AT, null);
  }

  private static Judged deployed(String owner, Trigger trigger, String named, Ticket ticket) {
    var deployment =
        new Deployment(
            "plimsoll",
            "d",
            "service",
            null,
            null,
            true,
            AT,
            AT,
            Outcome.SUCCEEDED,
            Kind.CHANGE,
            trigger,
            null,
            named,
            List.of(),
            null,
            null,
            null);
    return new Judged(
        deployment, owner, List.of(), true, false, List.of(), List.of(), Set.of(), ticket);
  }
}
