package plimsoll.platform;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What somebody asked of the platform: a claim that machines serve, or a ticket for the same
 * capability.
 *
 * @param touched a person of the platform's team had to do something
 * @param answeredAt when anything happened to it first; null when nothing did
 * @param readyAt when it could be used; null when it can't yet, or never
 * @param refused it was turned down
 */
public record Claim(
    String capability,
    Channel channel,
    boolean touched,
    Instant requestedAt,
    Instant answeredAt,
    Instant readyAt,
    boolean refused) {
  private static final Duration QUICK = Duration.ofMinutes(15);

  /** Where it was asked. */
  public enum Channel {
    SELF,
    TICKET
  }

  boolean contradictory(Instant asOf) {
    return requestedAt.isAfter(asOf) || before(answeredAt) || before(readyAt);
  }

  boolean selfServed() {
    return channel == Channel.SELF && !touched;
  }

  /** Ready within a quarter of an hour without a person; null while that is open. */
  Boolean quick(Instant asOf) {
    Instant end = requestedAt.plus(QUICK);
    if (!selfServed() || refused) return false;
    if (readyAt != null) return !readyAt.isAfter(end);
    return asOf.isBefore(end) ? null : (Boolean) false;
  }

  /** Refused, or left alone for more than a working day; null while that is open. */
  Boolean stalled(Instant asOf, ZoneId zone) {
    Instant end = workingDayAfter(requestedAt, zone);
    Instant first = first();
    if (refused) return true;
    if (first != null) return first.isAfter(end);
    return asOf.isAfter(end) ? (Boolean) true : null;
  }

  private Instant first() {
    if (answeredAt == null || readyAt == null) return answeredAt == null ? readyAt : answeredAt;
    return answeredAt.isBefore(readyAt) ? answeredAt : readyAt;
  }

  private boolean before(Instant at) {
    return at != null && at.isBefore(requestedAt);
  }

  /**
   * The same hour of the next day from Monday to Friday; what is asked at a weekend counts from
   * Monday's first hour. Holidays are not known, so claims made before one look idle.
   */
  static Instant workingDayAfter(Instant at, ZoneId zone) {
    ZonedDateTime from = at.atZone(zone);
    while (weekend(from)) from = from.toLocalDate().plusDays(1).atStartOfDay(zone);
    ZonedDateTime end = from.plusDays(1);
    while (weekend(end)) end = end.plusDays(1);
    return end.toInstant();
  }

  private static boolean weekend(ZonedDateTime at) {
    return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
