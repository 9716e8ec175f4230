package plimsoll;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import plimsoll.mail.Node;

/**
 * Runs a class of tests against a server of its own, whose clock can be moved without troubling the
 * tests that share the other one.
 */
public final class Rehearsal implements BeforeAllCallback, AfterAllCallback {
  private static Node.House house;
  private Node node;

  /** Puts the server's clock ahead by so much of the right time, from its next look on. */
  public static void ahead(Duration by) {
    house.ahead(by);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    house = new Node.House();
    node = house.start();
    OnTheServer.moveTo(node.address());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    OnTheServer.moveTo(null);
    node.close();
    house.close();
  }
}
