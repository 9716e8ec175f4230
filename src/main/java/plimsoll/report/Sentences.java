package plimsoll.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import plimsoll.figure.Words;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Verdict;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;

/** What a verdict, a date and a change are called in a report. */
final class Sentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Sentences() {}

  /** Such as "Build a platform team: 86 %." */
  static String verdict(Verdict verdict) {
    if (verdict.leaning() == null) {
      return verdict.kind() == Kind.UNCLEAR
          ? "We can't tell yet: the evidence is not enough for a verdict."
          : verdict.kind().title() + ": " + Words.percent(verdict.probability()) + ".";
    }
    var leaning =
        "leans to \"%s\" with %s, short of the %s it needs."
            .formatted(
                verdict.leaning().title(),
                Words.percent(verdict.probability()),
                bar(verdict.leaning()));
    return verdict.kind() == Kind.UNCLEAR
        ? "We can't tell yet: the evidence " + leaning
        : verdict.kind().title() + " meanwhile: the evidence " + leaning;
  }

  /** A verdict in a table: "Build a platform team", "Standardise, leaning to “…”". */
  static String outcome(Beside.Outcome outcome) {
    return outcome.leaning() == null
        ? outcome.kind().title()
        : outcome.kind().title() + ", leaning to “" + outcome.leaning().title() + "”";
  }

  private static String bar(Kind kind) {
    return kind == Kind.BUILD_PLATFORM_TEAM ? "80 %" : "60 %";
  }

  /** What it was before, where that differs; null where there is nothing to say. */
  static String before(Verdict verdict) {
    if (verdict.previous() == null) {
      return null;
    }
    return verdict.previous() == verdict.kind()
        ? "The verdict is the same as in the reading before."
        : "In the reading before, the verdict was \"" + verdict.previous().title() + "\".";
  }

  /** The verdicts that were drawn, likeliest first: "Standardise 12 %". */
  static String alternatives(Verdict verdict) {
    return verdict.probabilities().entrySet().stream()
        .filter(entry -> entry.getValue() >= 0.01)
        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
        .map(entry -> entry.getKey().title() + " " + Words.percent(entry.getValue()))
        .reduce((a, b) -> a + " · " + b)
        .orElse("–");
  }

  /** Such as "If D4 fell from 58 to 49, the verdict would be "Standardise" (1.2 …)". */
  static String flip(Flip flip) {
    var words =
        "If %s %s from %s to %s, the verdict would be \"%s\""
            .formatted(
                input(flip.input()),
                flip.to() < flip.from() ? "fell" : "rose",
                amount(flip.from()),
                amount(flip.to()),
                flip.becomes().title());
    return flip.standardErrors() == null
        ? words + "."
        : words
            + " (%s standard errors away)."
                .formatted(Words.number(Math.round(flip.standardErrors() * 10) / 10.0));
  }

  /** Distances between patterns run from 0 to 1 and need two decimals. */
  private static String amount(double value) {
    return Math.abs(value) < 1 && value != 0
        ? String.format(Locale.ROOT, "%.2f", value)
        : Words.number(value);
  }

  private static String input(String input) {
    return Arrays.stream(Criterion.values())
        .filter(criterion -> criterion.name().equals(input))
        .findFirst()
        .map(criterion -> "\"" + criterion.title() + "\" (" + input + ")")
        .orElse(input);
  }

  /** Such as "4 October 2026", in UTC. */
  static String day(Instant instant) {
    return instant == null ? "–" : DAY.format(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  static String period(Instant from, Instant to) {
    return day(from) + " to " + day(to);
  }

  /** Such as "1 person" or "9 people". */
  static String people(int n) {
    return n == 1 ? "1 person" : n + " people";
  }

  /** How many of how many; a band where fewer than 20 were asked, no percent below 50. */
  static String answered(Integer answered, int invited, String response) {
    if (invited == 0) {
      return "nobody was asked";
    }
    var number = answered == null ? (response == null ? "a few" : response) : answered.toString();
    var words = number + " of " + people(invited);
    return invited < 50 || answered == null
        ? words + " answered"
        : words + " answered (" + Math.round(100.0 * answered / invited) + " %)";
  }
}
