package plimsoll.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plimsoll.access.Refusal.Fault;

/**
 * What somebody asks for when making a campaign.
 *
 * @param survey a survey's key for its newest edition, or key and edition: "quarterly-2026.1"
 * @param teams keys of the teams to ask; null or empty for all
 * @param opensAt null for now
 * @param minimumGroup how many must have answered before a result is shown; 5 when null
 * @param title null for the survey's own
 * @param askedBy who asks, as people know them; null for "Your platform group"
 * @param platform what people call the platform; null for "the platform"
 * @param repeats how it is repeated; null for once
 * @param teamRule which teams to ask, instead of {@code teams}, looked up when people are asked
 * @param sample how many to ask; null for everybody
 * @param remindDaysBefore how many days before closing those who have not answered are reminded, 0
 *     for never; 3 when null. A campaign that is shorter than twice as long reminds half-way.
 * @param channel an incoming webhook of Slack that is told of opening, reminder and results; null
 *     for the one of the configuration, if any
 */
public record Plan(
    String survey,
    List<String> teams,
    Instant opensAt,
    Instant closesAt,
    Integer minimumGroup,
    String title,
    String askedBy,
    String platform,
    Repeats repeats,
    TeamRule teamRule,
    Sample sample,
    Integer remindDaysBefore,
    String channel) {
  static final int USUAL_GROUP = 5;

  /** Who asks where nobody said so; the form says it in the language of whoever answers. */
  public static final String ASKER = "Your platform group";

  static final int SMALLEST_GROUP = 5;
  static final int LARGEST_GROUP = 50;
  private static final int MOST_TEAMS = 5_000;
  private static final int LONGEST_NAME = 200;
  private static final Duration LONGEST = Duration.ofDays(180);
  private static final int USUAL_REMINDER_DAYS = 3;
  private static final int LONGEST_CHANNEL = 500;

  /** The same with everything filled in that was left open. */
  Plan completed(String surveyTitle, Instant now) {
    return new Plan(
        survey,
        teams == null ? List.of() : teams,
        opensAt == null ? now : opensAt,
        closesAt,
        minimumGroup == null ? USUAL_GROUP : minimumGroup,
        blank(title) ? surveyTitle : title.strip(),
        blank(askedBy) ? ASKER : askedBy.strip(),
        blank(platform) ? "the platform" : platform.strip(),
        null,
        null,
        sample,
        remindDaysBefore == null ? USUAL_REMINDER_DAYS : remindDaysBefore,
        blank(channel) ? null : channel.strip());
  }

  /** When to remind, once it is completed; null for never. */
  Instant remindAt() {
    if (remindDaysBefore == 0) return null;
    var before = Duration.ofDays(remindDaysBefore);
    var open = Duration.between(opensAt, closesAt);
    return open.compareTo(before.multipliedBy(2)) < 0
        ? opensAt.plus(open.dividedBy(2))
        : closesAt.minus(before);
  }

  /** The same for one wave of a series. */
  Plan wave(List<String> chosen, Instant opens, Instant closes) {
    return new Plan(
        survey,
        chosen,
        opens,
        closes,
        minimumGroup,
        title,
        askedBy,
        platform,
        null,
        null,
        sample,
        remindDaysBefore,
        channel);
  }

  /** Fewest people that it may ask. */
  int smallestAsked() {
    return minimumGroup == null ? USUAL_GROUP : minimumGroup;
  }

  static String tooFew(long people, int least) {
    return "These teams have "
        + (people == 1 ? "1 person" : people + " people")
        + " in all; a campaign needs "
        + least
        + " or more, its minimum group.";
  }

  /** What is wrong with it; empty when it can be carried out, as far as it can tell by itself. */
  List<Fault> faults(Instant now) {
    List<Fault> faults = new ArrayList<>();
    check(!blank(survey), "/survey", "names the survey to ask", faults);
    check(
        repeats == null || closesAt == null,
        "/closesAt",
        "must be left out of a series: openDays says how long a wave is open",
        faults);
    check(
        remindDaysBefore == null || remindDaysBefore >= 0 && remindDaysBefore <= LONGEST.toDays(),
        "/remindDaysBefore",
        "must be from 0 to " + LONGEST.toDays(),
        faults);
    check(
        blank(channel) || channel.strip().matches("https?://\\S{1," + LONGEST_CHANNEL + "}"),
        "/channel",
        "must be the address of an incoming webhook",
        faults);
    check(
        teamRule == null || teams == null || teams.isEmpty(),
        "/teamRule",
        "can't be given together with teams",
        faults);
    if (repeats != null) faults.addAll(repeats.faults());
    if (sample != null) faults.addAll(sample.faults());
    if (teamRule != null) faults.addAll(teamRule.faults());
    check(
        minimumGroup == null || minimumGroup >= SMALLEST_GROUP && minimumGroup <= LARGEST_GROUP,
        "/minimumGroup",
        "must be from " + SMALLEST_GROUP + " to " + LARGEST_GROUP,
        faults);
    check(
        teams == null || teams.size() <= MOST_TEAMS,
        "/teams",
        "must be " + MOST_TEAMS + " at most",
        faults);
    check(!tooLong(title), "/title", "must be " + LONGEST_NAME + " characters at most", faults);
    check(!tooLong(askedBy), "/askedBy", "must be " + LONGEST_NAME + " characters at most", faults);
    check(
        !tooLong(platform), "/platform", "must be " + LONGEST_NAME + " characters at most", faults);
    if (repeats == null) checkTimes(now, faults);
    return faults;
  }

  private void checkTimes(Instant now, List<Fault> faults) {
    if (closesAt == null) {
      faults.add(new Fault("/closesAt", "must be given, such as 2026-12-01T17:00:00Z"));
      return;
    }
    Instant from = opensAt == null ? now : opensAt;
    check(closesAt.isAfter(now), "/closesAt", "must lie in the future", faults);
    check(closesAt.isAfter(from), "/closesAt", "must come after opensAt", faults);
    check(
        !closesAt.isAfter(from.plus(LONGEST)),
        "/closesAt",
        "must come " + LONGEST.toDays() + " days after opensAt at most",
        faults);
  }

  private static void check(boolean right, String pointer, String message, List<Fault> faults) {
    if (!right) {
      faults.add(new Fault(pointer, message));
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean tooLong(String text) {
    return text != null && text.length() > LONGEST_NAME;
  }
}
