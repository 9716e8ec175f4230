package plimsoll.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads questions for faults of wording that are known to spoil answers. */
public final class Lint {
  private static final int MOST_WORDS = 20;
  private static final Pattern TWO_IDEAS = Pattern.compile("\\b(and|or)\\b|/", flags());
  private static final Pattern NEGATION =
      Pattern.compile("\\b(not|never|without|no|none|cannot)\\b|n['’]t\\b", flags());
  private static final Pattern LOADED =
      Pattern.compile(
          "\\b(painful|modern|legacy|terrible|great|obviously|broken|messy|best)\\b", flags());
  private static final Pattern MOTIVES =
      Pattern.compile("\\b(want|wants|feel|feels|believe|believes|care|cares)\\b", flags());

  private Lint() {}

  /** One fault: which question, and what to mend. */
  public record Finding(String item, String message) {}

  /** Faults of the English wordings; empty when there are none. */
  public static List<Finding> of(Survey survey) {
    List<Finding> findings = new ArrayList<>();
    survey.questions().forEach(question -> read(question, findings));
    survey.blocks().forEach(block -> oneScaleAtATime(block, findings));
    survey.keying().constructs().forEach(construct -> read(survey, construct, findings));
    return findings;
  }

  private static void read(Question question, List<Finding> findings) {
    find(question, TWO_IDEAS, "asks two things: make two items of it", findings);
    find(question, NEGATION, "negates: state the opposite instead", findings);
    find(question, LOADED, "judges: use a plain word", findings);
    find(question, MOTIVES, "asks for feelings or motives: ask what happened", findings);
    if (Survey.words(question) > MOST_WORDS) {
      findings.add(
          new Finding(question.id(), "has more than " + MOST_WORDS + " words: shorten it"));
    }
  }

  private static void find(
      Question question, Pattern pattern, String message, List<Finding> findings) {
    if (pattern.matcher(question.wording().in(Text.ENGLISH)).find()) {
      findings.add(new Finding(question.id(), message));
    }
  }

  /** The answer words change only when a scale is used up, however the items are shuffled. */
  private static void oneScaleAtATime(Block block, List<Finding> findings) {
    var scales = new ArrayList<String>();
    for (Question question : block.arranged(0, 0).questions()) {
      String scale = question instanceof Question.Rating rating ? rating.scale().key() : "";
      if (scales.isEmpty() || !scales.get(scales.size() - 1).equals(scale)) {
        scales.add(scale);
      }
    }
    if (scales.stream().distinct().count() != scales.size()) {
      findings.add(new Finding(block.key(), "goes back to an earlier scale: bring like together"));
    }
  }

  private static void read(Survey survey, Keying.Construct construct, List<Finding> findings) {
    for (Keying.Keyed item : construct.items()) {
      if (((Question.Scored) survey.question(item.item()).orElseThrow()).direction()
          == Question.Direction.NONE) {
        findings.add(new Finding(item.item(), "speaks to a construct but has no direction"));
      }
    }
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE;
  }
}
