package plimsoll.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what can be answered: scales that don't fit, choices that overlap or leave somebody out.
 */
final class AnswerLint {
  private static final Pattern AGREEMENT = Pattern.compile("\\b(dis)?agree|\\btrue\\b|applies");
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "never|rarely|seldom|sometimes|often|always|daily|weekly|monthly|times|once|hour|day");
  private static final Pattern SATISFACTION = Pattern.compile("satisfied|happy");
  private static final Pattern AMOUNT =
      Pattern.compile("none|little|amount|a lot|all|much|most|nothing");
  private static final Pattern DEGREE =
      Pattern.compile(
          "not at all|slightly|moderately|very|extremely|wholly|completely|hard|easy|well");
  private static final Pattern ASKS =
      Pattern.compile(
          "^(how|what|when|which|where|who|do|does|did|is|are|have|has|can)\\b.*\\?\\s*$",
          Pattern.DOTALL);
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "other|else|none|nothing|never|neither|nobody|\\bnot?\\b|don['’]t|doesn['’]t|unsure|\\ball\\b|\\bany\\b|depends");
  private static final Pattern RANGE =
      Pattern.compile("^\\D{0,12}?(\\d{1,9})\\s*(?:-|–|—|to)\\s*(\\d{1,9})\\b");
  private static final int MANY = 4;

  private AnswerLint() {}

  static void read(Question question, List<Lint.Finding> findings) {
    question.items().stream()
        .filter(Question.Rating.class::isInstance)
        .forEach(item -> scale((Question.Rating) item, question, findings));
    if (question instanceof Question.OneOf one) options(one.id(), one.options(), findings);
    if (question instanceof Question.SeveralOf several) {
      options(several.id(), several.options(), findings);
    }
    if (question instanceof Question.Ranking ranking)
      same(ranking.id(), ranking.options(), findings);
    if (question instanceof Question.Quantity number) bounds(number, findings);
  }

  /**
   * Whether agreeing with everything is an answer: it is where one agrees with a statement, and not
   * where the answers name the very thing that is asked (Krosnick and Presser 2010, 276 ff.).
   */
  static boolean invitesAgreement(Question.Scored scored) {
    if (!(scored instanceof Question.Rating rating)) return false;
    var words = words(rating.scale());
    return AGREEMENT.matcher(words).find()
        || !FREQUENCY.matcher(words).find()
            && !AMOUNT.matcher(words).find()
            && !DEGREE.matcher(words).find()
            && !SATISFACTION.matcher(words).find();
  }

  private static void scale(Question.Rating item, Question whole, List<Lint.Finding> findings) {
    var words = words(item.scale());
    var asked =
        (item == whole ? item : whole).wording().in(Text.ENGLISH).strip().toLowerCase(Locale.ROOT);
    boolean worded = words.codePoints().anyMatch(Character::isLetter);
    if (asked.startsWith("how often") && worded && !FREQUENCY.matcher(words).find()) {
      findings.add(
          new Lint.Finding(item.id(), "asks how often, and its scale doesn’t say how often"));
    } else if (asked.startsWith("how satisfied") && worded && !SATISFACTION.matcher(words).find()) {
      findings.add(
          new Lint.Finding(item.id(), "asks how satisfied, and its scale says something else"));
    } else if (item == whole && AGREEMENT.matcher(words).find() && ASKS.matcher(asked).find()) {
      findings.add(
          new Lint.Finding(
              item.id(),
              "is a question, and its scale agrees with a statement: ask for the thing itself"));
    }
  }

  private static String words(Scale scale) {
    var words = new StringBuilder();
    scale.points().forEach(point -> words.append(point.label().in(Text.ENGLISH)).append(" | "));
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static void options(String id, List<Option> options, List<Lint.Finding> findings) {
    same(id, options, findings);
    boolean ranges = overlapping(id, options, findings);
    boolean complete =
        options.stream()
            .map(option -> option.label().in(Text.ENGLISH).toLowerCase(Locale.ROOT))
            .anyMatch(words -> LEFT_OVER.matcher(words).find());
    if (options.size() >= MANY && !ranges && !complete) {
      findings.add(
          new Lint.Finding(
              id, "offers nothing for whom none of these fits: add “something else” or “none”"));
    }
  }

  private static void same(String id, List<Option> options, List<Lint.Finding> findings) {
    var seen = new HashSet<String>();
    options.stream()
        .map(option -> option.label().in(Text.ENGLISH).strip())
        .filter(words -> !seen.add(words.toLowerCase(Locale.ROOT)))
        .forEach(words -> findings.add(new Lint.Finding(id, "offers “" + words + "” twice")));
  }

  /** True where the choices are stretches of numbers. */
  private static boolean overlapping(String id, List<Option> options, List<Lint.Finding> findings) {
    long end = Long.MIN_VALUE;
    int ranges = 0;
    for (Option option : options) {
      var found = RANGE.matcher(option.label().in(Text.ENGLISH));
      if (!found.find()) continue;
      ranges++;
      if (Long.parseLong(found.group(1)) <= end) {
        findings.add(
            new Lint.Finding(
                id, "has choices that overlap at " + found.group(1) + ": who is there has two"));
      }
      end = Long.parseLong(found.group(2));
    }
    return ranges > 1;
  }

  private static void bounds(Question.Quantity number, List<Lint.Finding> findings) {
    var unit = number.unit().in(Text.ENGLISH).toLowerCase(Locale.ROOT);
    double most = number.highest().doubleValue();
    double limit =
        unit.matches(".*hours? (a|per) week.*")
            ? 168
            : unit.matches(".*hours? (a|per) day.*")
                ? 24
                : unit.matches(".*days? (a|per) week.*")
                    ? 7
                    : unit.matches(".*(%|percent|per cent).*") ? 100 : Double.MAX_VALUE;
    if (most > limit) {
      findings.add(
          new Lint.Finding(number.id(), "takes more than there is: at most " + (long) limit));
    }
  }
}
