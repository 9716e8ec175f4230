package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final ObjectKind THING =
      new ObjectKind("acme.example", List.of("v1"), "Thing", "things", true);

  @Test
  void moreThanCanBeKeptWaitsUntilSomethingIsTaken() throws Exception {
    try (var hearing = new Hearing()) {
      var ear = hearing.ear(THING, "things", 1);
      ear.eventReceived(Action.ADDED, thing(9_000_000));
      ear.eventReceived(Action.MODIFIED, thing(9_000_000));
      var heard = new CountDownLatch(1);
      var telling =
          new Thread(
              () -> {
                ear.eventReceived(Action.DELETED, thing(9_000_000));
                heard.countDown();
              });
      telling.start();
      assertFalse(heard.await(2, TimeUnit.SECONDS), "there is no room for a third");
      var first = hearing.next(0);
      assertFalse(first.gone());
      hearing.isTaken(first);
      assertTrue(heard.await(5, TimeUnit.SECONDS));
      assertEquals("7", hearing.next(0).version());
      assertTrue(hearing.next(0).gone());
      assertNull(hearing.next(0));
    }
  }

  /** A thread that is never left to go would stay for ever. */
  @Test
  void whoeverWaitsIsLetGoWhenNobodyListensAnyMore() throws Exception {
    var hearing = new Hearing();
    var ear = hearing.ear(THING, "things", 1);
    var telling =
        new Thread(
            () -> {
              for (int i = 0; i < 5; i++) ear.eventReceived(Action.ADDED, thing(9_000_000));
            });
    telling.start();
    hearing.close();
    telling.join(10_000);
    assertFalse(telling.isAlive());
  }

  private static GenericKubernetesResource thing(int letters) {
    var thing = new GenericKubernetesResource();
    thing.setApiVersion("acme.example/v1");
    thing.setKind("Thing");
    thing.setMetadata(new ObjectMetaBuilder().withName("a").withResourceVersion("7").build());
    thing.setAdditionalProperty("spec", "x".repeat(letters));
    return thing;
  }
}
