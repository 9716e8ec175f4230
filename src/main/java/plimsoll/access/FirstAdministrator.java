package plimsoll.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first administrator at the first start, with a password and an API token that are
 * printed this once or come from the configuration.
 */
@ApplicationScoped
public class FirstAdministrator {
  public static final String NAME = "administrator";
  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
  private static final Duration YEAR = Duration.ofDays(365);

  @Inject Accounts accounts;
  @Inject AccessTokens tokens;

  @Inject
  @ConfigProperty(name = "plimsoll.bootstrap.token")
  Optional<String> configuredToken;

  @Inject
  @ConfigProperty(name = "plimsoll.bootstrap.password")
  Optional<String> configuredPassword;

  void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.APPLICATION)
          Object start) {
    if (accounts.none()) {
      make();
    }
  }

  private void make() {
    var password = configuredPassword.orElseGet(Secret::random);
    var token = configuredToken.orElseGet(Secret::random);
    var account =
        accounts.add(NAME, "Administrator", password, List.of(Role.ADMINISTRATOR, Role.PRODUCT));
    tokens.forClient(token, account, "made at the first start", account.roles(), YEAR);
    if (configuredPassword.isEmpty()) {
      LOG.info("First administrator: sign in as " + NAME + " with the password " + password);
    }
    if (configuredToken.isEmpty()) {
      LOG.info("First API token, shown this once, good for a year: " + token);
    }
  }
}
