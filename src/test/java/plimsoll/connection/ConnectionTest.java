package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  private final Connection connection =
      new Connection(Kind.BACKSTAGE, "test", "http://localhost", Rehearsed.settings(), "me", NOW);

  @Test
  void whoAsksForANewLookWhileOneIsUnderWayGetsItAfterThatOne() {
    connection.claim("first", LATER);
    connection.ask(NOW);
    assertEquals(Connection.State.RUNNING, connection.state(), "nobody is thrown out for it");
    connection.rest(LATER);
    assertTrue(connection.isFree(NOW));
    connection.claim("second", LATER);
    connection.fail("It is down.", NOW, LATER);
    assertFalse(connection.isFree(NOW), "it was asked for once");
    assertTrue(connection.isFree(LATER));
  }

  @Test
  void oneThatIsClaimedIsNotFreeUntilTheClaimRunsOut() {
    connection.claim("first", LATER);
    assertFalse(connection.isFree(NOW.plusSeconds(599)));
    assertTrue(connection.isFree(LATER));
    assertTrue(connection.isClaimedBy("first"));
    assertFalse(connection.isClaimedBy("second"));
  }
}
