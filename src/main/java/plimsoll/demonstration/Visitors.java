package plimsoll.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import plimsoll.access.Accounts;
import plimsoll.access.Role;
import plimsoll.access.Secret;

/**
 * Lets people into the demonstration by an account that only a demonstration has, with a password
 * that each start makes anew and prints: so it need not be kept, and no password is known to all.
 */
@ApplicationScoped
public class Visitors {
  private static final Logger LOG = Logger.getLogger(Visitors.class.getName());
  private static final String NAME = "demo";

  @Inject Accounts accounts;

  /** Makes the account, in a database that was just filled. */
  void admit() {
    var password = Secret.random();
    accounts.add(NAME, "Visitor", password, List.of(Role.PRODUCT, Role.ADMINISTRATOR));
    say(password);
  }

  /** Changes its password, where there is one. */
  void admitAgain() {
    accounts
        .named(NAME)
        .ifPresent(
            account -> {
              var password = Secret.random();
              accounts.changePassword(account.id(), password);
              say(password);
            });
  }

  private static void say(String password) {
    LOG.info("Demonstration: sign in as " + NAME + " with the password " + password);
  }
}
