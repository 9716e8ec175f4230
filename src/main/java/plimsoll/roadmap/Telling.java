package plimsoll.roadmap;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Outcome.Kind;

/**
 * Says what came of a bet in plain sentences, "We can't tell yet" no more quietly than "It helped".
 *
 * @param headline what may be said, such as "We can't tell yet."
 * @param sentences what it rests on
 * @param against what speaks against it
 * @param rivals why there might have been no effect; empty where there was one
 */
public record Telling(
    String headline, List<String> sentences, List<String> against, List<String> rivals) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final double SIGNIFICANT = 0.05;

  /**
   * @param inUse how many of its teams use it; null where nobody said
   */
  public static Telling of(Bet bet, Outcome outcome, Integer inUse) {
    return new Telling(
        headline(bet, outcome),
        sentences(bet, outcome),
        against(outcome),
        outcome.finding() == Finding.NO_EFFECT || outcome.finding() == Finding.WORSE
            ? rivals(bet, outcome, inUse)
            : List.of());
  }

  private static String headline(Bet bet, Outcome outcome) {
    return outcome.early()
        ? "Too early: due on %s, by the first reading from then on."
            .formatted(DAY.format(bet.checkOn()))
        : outcome.finding().title() + ".";
  }

  private static List<String> sentences(Bet bet, Outcome outcome) {
    var sentences = new ArrayList<String>();
    if (outcome.effect() != null) {
      sentences.add(estimate(bet, outcome));
      if (!Boolean.FALSE.equals(outcome.parallel())) {
        sentences.add(meaning(bet, outcome));
      }
      sentences.add(chance(outcome));
      sentences.add(parallel(outcome));
    } else if (!outcome.early()) {
      sentences.add(nothingToCompare(outcome));
    } else {
      sentences.add(inAdvance(outcome));
    }
    return List.copyOf(sentences);
  }

  private static String estimate(Bet bet, Outcome outcome) {
    var effect = outcome.effect();
    return "Compared with %s, %s moved by %s points in %s (90 %% interval: %s to %s; below 0 is relief)."
        .formatted(
            which(outcome, Kind.DID_NOT, "that did not take it on"),
            bet.criterion(),
            signed(effect.estimate()),
            which(outcome, Kind.TOOK_IT_ON, "that did"),
            signed(effect.low()),
            signed(effect.high()));
  }

  private static String meaning(Bet bet, Outcome outcome) {
    var smallest = number(bet.smallest());
    return switch (outcome.finding()) {
      case HELPED -> "All of the interval is relief of more than the " + smallest + " that count.";
      case NO_EFFECT ->
          "All of the interval lies within the %s points that were said before to count as no effect."
              .formatted(smallest);
      case WORSE -> "All of the interval is more need, not less.";
      case CANNOT_TELL -> open(outcome.effect(), smallest);
    };
  }

  private static String open(Effect effect, String smallest) {
    if (Double.isInfinite(effect.ruledOutRelief())) {
      return "Nothing can be ruled out: there are too few teams for an interval.";
    }
    return effect.high() < 0
        ? "Some relief is likely; whether it is the %s points that count cannot be told."
            .formatted(smallest)
        : "Relief of more than %s points can be ruled out; no more can be said."
            .formatted(number(Math.ceil(effect.ruledOutRelief())));
  }

  private static String chance(Outcome outcome) {
    var sentence =
        "Had it done nothing, a difference as large, either way, would come with probability %s"
            .formatted(probability(outcome.p()));
    return outcome.smallestP() > SIGNIFICANT
        ? sentence
            + "; with so few teams it could not be smaller than %s."
                .formatted(probability(outcome.smallestP()))
        : sentence + ".";
  }

  private static String parallel(Outcome outcome) {
    var earlier = outcome.earlier();
    if (outcome.parallel() == null) {
      return earlier == null
          ? "Whether these teams moved alike before cannot be checked: that takes two readings before"
              + " it."
          : "Whether these teams moved alike before cannot be checked: they are too few.";
    }
    var range = "(%s to %s)".formatted(signed(earlier.low()), signed(earlier.high()));
    return outcome.parallel()
        ? "Before it, nothing says that these teams moved apart: by %s points %s."
            .formatted(signed(earlier.estimate()), range)
        : "These teams moved apart before it already, by %s points %s, so the difference since says"
                .formatted(signed(earlier.estimate()), range)
            + " nothing of it.";
  }

  private static String nothingToCompare(Outcome outcome) {
    if (outcome.readingsBefore() == 0) {
      return "No reading with the same questions lies before it, so there is nothing to compare"
          + " with.";
    }
    return outcome.group(Kind.TOOK_IT_ON).teams().isEmpty()
        ? "No team that took it on was shown in every reading, so its change is not known."
        : "No team without it was shown in every reading, so nobody knows what would have happened"
            + " anyway.";
  }

  private static String inAdvance(Outcome outcome) {
    int adopters = outcome.group(Kind.TOOK_IT_ON).teams().size();
    int others = outcome.group(Kind.DID_NOT).teams().size();
    if (adopters == 0 || others == 0) {
      return "It cannot be told apart from what happens anyway: that takes teams that take it on and"
          + " teams that do not, and both must be shown. Here they are "
          + adopters
          + " and "
          + others
          + ".";
    }
    return "With %d of %d teams taking it on, p cannot be below %s%s"
        .formatted(
            adopters,
            adopters + others,
            probability(outcome.smallestP()),
            outcome.smallestP() > SIGNIFICANT
                ? ", so no result can be significant; let more teams wait or take it on."
                : ".");
  }

  private static List<String> against(Outcome outcome) {
    if (outcome.effect() == null) {
      return List.of();
    }
    return List.of(
        regression(outcome),
        "If teams share people or tools with each other, some of it may have reached the others too;"
            + " the true effect is then larger.",
        "Each team counts once, by scores rounded to 5 from the answers of a few people; only teams"
            + " that were shown in every reading enter.");
  }

  private static String regression(Outcome outcome) {
    var high = outcome.group(Kind.AS_HIGH);
    var intro =
        "What stands high by chance falls by itself, and teams were chosen for standing high.";
    return high.teams().isEmpty()
        ? intro + " No other team stood as high, so a part of a fall may be that."
        : intro
            + " %s as high and did not take it on; there it changed by %s points."
                .formatted(
                    high.teams().size() == 1
                        ? "1 other team stood"
                        : high.teams().size() + " other teams stood",
                    signed(high.change()));
  }

  private static List<String> rivals(Bet bet, Outcome outcome, Integer inUse) {
    return List.of(
        inUse == null
            ? "Not adopted? Nobody has said how many of the %d teams use it."
                .formatted(bet.teams().size())
            : "Not adopted? %d of the %d teams use it.".formatted(inUse, bet.teams().size()),
        "Too early? %s since it was accepted."
            .formatted(
                outcome.readingsAfter() == 1
                    ? "Only 1 reading was taken"
                    : outcome.readingsAfter() + " readings were taken"),
        "Wrong cause? Ask these teams what keeps “%s” as it is.".formatted(bet.criterion().title()),
        outcome.atAnEnd()
            ? "Measure too coarse? A score stands at the end of what is shown, where no change can be"
                + " seen."
            : "Measure too coarse? Scores are rounded to 5, and two questions stand for the whole.");
  }

  private static String which(Outcome outcome, Kind kind, String did) {
    int teams = outcome.group(kind).teams().size();
    return "the " + (teams == 1 ? "1 team " : teams + " teams ") + did;
  }

  /** Such as "−12" or "+3"; in words where there is no end. */
  static String signed(double points) {
    if (Double.isInfinite(points)) {
      return "no limit";
    }
    long rounded = Math.round(points);
    return rounded == 0 ? "0" : rounded < 0 ? "−" + -rounded : "+" + rounded;
  }

  private static String probability(double p) {
    return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, p < 0.01 ? "%.3f" : "%.2f", p);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
