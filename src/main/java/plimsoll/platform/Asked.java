package plimsoll.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Everything that was asked of a platform and of those who would do it by hand, until a data cut.
 *
 * @param requests by machine, without a ticket
 * @param others tickets for infrastructure, and requests of which only an event tells
 * @param told whether anything but tickets tells of requests at all: without that, "none by
 *     machine" can't be told from "nobody said"
 */
public record Asked(List<Request> requests, List<Told> others, boolean told) {

  public Asked {
    requests = List.copyOf(requests);
    others = List.copyOf(others);
  }

  /**
   * Another request.
   *
   * @param team key of the team that asked; null when not known
   */
  public record Told(String team, Claim claim) {}

  /** Of one team alone. */
  public Asked of(String team) {
    return new Asked(
        requests.stream().filter(one -> Objects.equals(one.team(), team)).toList(),
        others.stream().filter(one -> Objects.equals(one.team(), team)).toList(),
        told);
  }

  /**
   * How what was asked within a span fared.
   *
   * @return null when nothing but tickets tells of requests
   */
  public ClaimShares shares(Quarter span, Instant asOf, ZoneId zone) {
    return told ? ClaimShares.of(claims(span, asOf), asOf, zone) : null;
  }

  private List<Claim> claims(Quarter span, Instant asOf) {
    var claims = new ArrayList<Claim>();
    requests.stream()
        .filter(one -> span.contains(one.requestedAt()))
        .forEach(one -> claims.add(one.claim(asOf)));
    others.stream()
        .filter(one -> span.contains(one.claim().requestedAt()))
        .forEach(one -> claims.add(one.claim()));
    return claims;
  }
}
