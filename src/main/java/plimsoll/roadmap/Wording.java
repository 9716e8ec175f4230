package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.List;
import plimsoll.disclosure.Published;

/** Says in plain sentences what a proposal claims and what it rests on. */
final class Wording {
  private static final int NAMED = 4;

  /** Smallest effect that is worth having, in points. */
  private static final int SMALLEST_EFFECT = 10;

  private Wording() {}

  static String hypothesis(Gap gap, double relief) {
    double from = toFive(gap.need());
    // A target that counts as no effect would be none.
    double to = Math.max(0, Math.min(toFive(gap.need() - relief), from - SMALLEST_EFFECT));
    return "%s (“%s”) falls from %s to %s or less in %s by the second wave after this one."
            .formatted(
                gap.criterion(), gap.criterion().title(), number(from), number(to), where(gap))
        + " A fall of less than "
        + SMALLEST_EFFECT
        + " points counts as no effect.";
  }

  static List<String> evidence(Gap gap, Known known) {
    var sentences = new ArrayList<String>();
    if (!gap.wide() && gap.organisation() != null && gap.organisation().joined().shown()) {
      sentences.add(
          "In the whole organisation it stands at " + exact(gap.organisation().joined()) + ".");
    }
    gap.groups().stream().limit(NAMED).forEach(group -> sentences.addAll(of(group)));
    if (gap.groups().size() > NAMED) {
      sentences.add(
          more(gap) + (gap.groups().size() == NAMED + 1 ? " meets it too." : " meet it too."));
    }
    if (gap.wide()) {
      sentences.add("Which teams it concerns cannot be shown: their groups are too small.");
    }
    sentences.add(belief(known));
    return List.copyOf(sentences);
  }

  private static String belief(Known known) {
    var tried = known.helped() + known.failed();
    var off =
        "How much it takes off (%s points, give or take %s) "
            .formatted(number(known.relief().mean()), number(known.relief().sd()));
    return tried == 0
        ? off + "is a judgement until one like it is finished here."
        : off
            + "rests on a judgement and on what was tried here: %d helped, %d did not."
                .formatted(known.helped(), known.failed());
  }

  private static List<String> of(Gap.Group group) {
    var sentences = new ArrayList<String>();
    var result = group.result();
    if (result.said().shown()) {
      sentences.add(
          "In %s %s say %s."
              .formatted(group.name(), people(result.said()), shown(group, result.said())));
    }
    if (result.recorded().shown()) {
      sentences.add(
          "In %s records say %s.".formatted(group.name(), shown(group, result.recorded())));
    }
    if (result.disagrees()) {
      sentences.add(
          "The two lie far apart in %s: find out which holds before you start."
              .formatted(group.name()));
    }
    return sentences;
  }

  private static String where(Gap gap) {
    if (gap.wide()) {
      return "the organisation";
    }
    var names = gap.groups().stream().map(Gap.Group::name).toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    return names.size() <= NAMED
        ? String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1)
        : String.join(", ", names.subList(0, NAMED)) + " and " + more(gap);
  }

  private static String more(Gap gap) {
    int others = gap.groups().size() - NAMED;
    return others == 1 ? "1 more team" : others + " more teams";
  }

  private static String shown(Gap.Group group, Published score) {
    return group.team() == null ? exact(score) : banded(score);
  }

  private static String exact(Published score) {
    return number(score.value()) + interval(score);
  }

  /** A unanimous team is not told apart from a nearly unanimous one. */
  private static String banded(Published score) {
    if (score.value() >= 90) {
      return "90 or more";
    }
    return score.value() <= 10 ? "10 or less" : exact(score);
  }

  private static String interval(Published score) {
    return score.low() == null || score.high() == null
        ? ""
        : " (%s to %s)".formatted(number(score.low()), number(score.high()));
  }

  private static String people(Published score) {
    return score.people() == null ? "people" : score.people() + " people";
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }

  private static double toFive(double value) {
    return 5 * Math.round(value / 5);
  }
}
