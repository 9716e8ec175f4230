package plimsoll.access;

import java.time.Instant;

/**
 * An entry as it is told.
 *
 * @param token the label of the client's token; empty for a browser and for the service itself
 * @param hash SHA-256 over this entry and the hash of the one before
 */
public record AuditView(
    long number,
    Instant at,
    String account,
    String token,
    String action,
    String target,
    String hash) {
  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.number(),
        entry.happenedAt(),
        entry.account(),
        entry.token(),
        entry.action(),
        entry.target(),
        entry.hash());
  }

  /** Account and token as one. */
  public String who() {
    return token.isEmpty() ? account : account + " by the token “" + token + "”";
  }
}
