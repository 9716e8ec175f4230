package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plimsoll.access.Refusal.Fault;

/** Gives tokens to clients, and records who did. */
@ApplicationScoped
@Transactional
public class Clients {
  /** Every scope a token may have. */
  public static final List<String> SCOPES =
      Stream.concat(Stream.of(Role.SENDER, Role.READER), Role.ALL.stream()).toList();

  private static final int MOST_DAYS = 3660;

  @Inject Accounts accounts;
  @Inject AccessTokens tokens;
  @Inject Audit audit;

  /**
   * @throws Refusal 422 when the label, a scope or the days are wrong
   */
  public MadeToken add(String owner, NewToken wanted) {
    wanted.check();
    var account = accounts.named(owner).orElseThrow(() -> Refusal.notFound("account"));
    var token =
        tokens.forClient(
            Secret.random(),
            account,
            wanted.label().strip(),
            wanted.scopes(),
            Duration.ofDays(wanted.days()));
    audit.record(owner, "made a token", wanted.label().strip());
    return new MadeToken(token, wanted.label().strip());
  }

  /**
   * @param label what it is for, 1 to 200 characters
   * @param scopes of {@link #SCOPES}, at least one
   * @param days until it expires, 1 to 3660
   */
  public record NewToken(String label, List<String> scopes, Integer days) {
    void check() {
      var faults = new ArrayList<Fault>();
      if (label == null || label.isBlank() || label.length() > 200) {
        faults.add(new Fault("/label", "Say in 1 to 200 characters what the token is for."));
      }
      if (scopes == null || scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
        faults.add(new Fault("/scopes", "Choose at least one of: " + String.join(", ", SCOPES)));
      }
      if (days == null || days < 1 || days > MOST_DAYS) {
        faults.add(new Fault("/days", "A token is good for 1 to " + MOST_DAYS + " days."));
      }
      if (!faults.isEmpty()) {
        throw Refusal.wrong("The token was not made.", faults);
      }
    }
  }

  /**
   * @param token the secret, which is shown this once
   */
  public record MadeToken(String token, String label) {}
}
