package plimsoll.estate;

import java.time.Instant;
import plimsoll.platform.Request;

/**
 * One request by machine, as it may be shown.
 *
 * @param team key of the team that asked; null when not known, or when few people are in it
 * @param service null likewise
 * @param readyAt null when it never was
 * @param state in words
 */
public record RequestView(
    String capability,
    String team,
    String service,
    Instant requestedAt,
    Instant readyAt,
    String state) {
  static final int MOST = 500;

  static String state(Request one, Instant now) {
    if (one.readyAt() != null) return one.goneAt() == null ? "ready" : "ready once, taken back";
    if (one.refused(now)) return "can't be made as it was asked for";
    return one.goneAt() == null ? "not ready yet" : "taken back before it was ready";
  }
}
