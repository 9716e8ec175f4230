package plimsoll.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads questions for faults that are known to spoil answers. Each finding is a thing to think
 * about, and may be a false alarm; none keeps a survey from being asked.
 *
 * <p>Most rules are those of Krosnick and Presser (2010), "Question and questionnaire design", in
 * the Handbook of Survey Research, 2nd edition, 263–313 (plain words, one idea, no leading, no
 * negation, answers that exclude each other), and of Dillman, Smyth and Christian (2014), Internet,
 * Phone, Mail and Mixed-Mode Surveys, chapter 4; on negated items Swain, Weathers and Niedrich
 * (2008), Journal of Marketing Research 45, 116–131.
 */
public final class Lint {
  private static final int MOST_WORDS = 20;

  /** Translations are longer than the English. */
  private static final int MOST_WORDS_TRANSLATED = 28;

  private static final Pattern TWO_IDEAS =
      Pattern.compile("\\b(and|or)\\b|(?-i:(?<=[a-z])/(?=[a-z]))", flags());

  /** What holds "and" or "or" and is one idea. */
  private static final Pattern ONE_IDEA =
      Pattern.compile(
          "\\bbetween\\b[^,;?]*?\\band\\b|\\b(more|fewer|less|some|\\d+|one|two|three) or (more|fewer|less"
              + "|other|another|two|three)\\b|\\b(pros and cons|back and forth|trial and error|research and"
              + " development|terms and conditions|up and running|once and for all|now and then|whether or not"
              + "|and so on|or so|black and white|more and more|day and night|nuts and bolts)\\b",
          flags());

  private static final Pattern NEGATION =
      Pattern.compile("\\b(not|never|without|no|none|cannot)\\b|n['’]t\\b", flags());
  private static final Pattern HIDDEN_NEGATION =
      Pattern.compile(
          "\\b(un(able|aware|clear|likely|necessary|satisfied|happy|usual)|dis(agree|like|approve|satisfied)\\w*"
              + "|impossible|fail(s|ed)? to|lacks?|prevents?|avoids?|hardly|barely|seldom|rarely)\\b",
          flags());
  private static final Pattern LOADED =
      Pattern.compile(
          "\\b(painful|modern|legacy|terrible|great|broken|messy|best|awful|horrible|wonderful|excellent"
              + "|poor|outdated|annoying|ridiculous|bureaucratic)\\b",
          flags());
  private static final Pattern LEADING =
      Pattern.compile(
          "\\b(obviously|surely|of course|clearly|everybody knows|as we all know)\\b"
              + "|\\b(do|would|should|is|are|was)n['’]t (you|it|we|they)\\b"
              + "|\\b(do|would) you agree\\b|\\bhow much (better|easier|worse|faster|happier)\\b",
          flags());
  private static final Pattern MOTIVES =
      Pattern.compile("\\b(want|wants|feel|feels|believe|believes|care|cares)\\b|^why\\b", flags());
  private static final Pattern HYPOTHETICAL =
      Pattern.compile(
          "\\b(would you|would it|if you (could|had|were)|imagine|suppose|in the future|will you|do you"
              + " plan)\\b",
          flags());
  private static final Pattern ABSOLUTE =
      Pattern.compile("\\b(always|every time|everybody|everyone|nobody|constantly)\\b", flags());
  private static final Pattern SHORTHAND = Pattern.compile("\\b[A-Z][A-Z0-9]{1,5}s?\\b");
  private static final Set<String> KNOWN_SHORTHAND =
      Set.of(
          "ALL", "AND", "DO", "FAQ", "FAQs", "NA", "NO", "NOT", "ONE", "OR", "AI", "API", "APIs",
          "CD", "CI", "CPU", "HR", "HTTP", "ID", "IT", "OK", "PC", "PDF", "PR", "PRs", "QA", "SQL",
          "UI", "URL", "US", "UK", "EU", "USA", "VM", "VMs", "VPN", "UTC");

  /** Two negations in one question, by language; French "ne … pas" is one. */
  private static final Map<String, Pattern> NEGATIONS =
      Map.of(
          "de", Pattern.compile("\\b(nicht|kein\\w*|nie|niemals|ohne|nichts)\\b", flags()),
          "fr", Pattern.compile("\\b(pas|jamais|rien|sans|aucune?)\\b", flags()),
          "es", Pattern.compile("\\b(no|nunca|sin|nada|ningun[oa]?)\\b", flags()),
          "pt", Pattern.compile("\\b(não|nunca|sem|nada|nenhuma?)\\b", flags()));

  private Lint() {}

  /** One fault: which question, block, construct or language, and what to mend. */
  public record Finding(String item, String message) {}

  /** Empty when there is nothing to think about. */
  public static List<Finding> of(Survey survey) {
    List<Finding> findings = new ArrayList<>();
    for (Block block : survey.blocks()) {
      block.items().forEach(question -> read(question, findings));
      block.items().forEach(question -> unexplained(question, block, findings));
      oneScaleAtATime(block, findings);
      block.questions().forEach(question -> AnswerLint.read(question, findings));
    }
    survey.keying().constructs().forEach(construct -> read(survey, construct, findings));
    bothWays(survey, findings);
    splitConstructs(survey, findings);
    minutes(survey, findings);
    languages(survey, findings);
    return findings;
  }

  /** Seconds to answer all that one person is asked, at assumed speeds that nobody measured. */
  public static double seconds(Survey survey) {
    return survey.blocks().stream().mapToDouble(Pace::seconds).sum();
  }

  private static void read(Question question, List<Finding> findings) {
    String words = question.wording().in(Text.ENGLISH);
    if (TWO_IDEAS.matcher(ONE_IDEA.matcher(words).replaceAll("")).find()) {
      findings.add(new Finding(question.id(), "asks two things: make two items of it"));
    }
    negations(question, words, findings);
    find(question, LOADED, "judges: use a plain word", findings);
    find(question, LEADING, "leads to an answer: ask it openly", findings);
    if (!(question instanceof Question.OpenText)) {
      find(question, MOTIVES, "asks for feelings or motives: ask what happened", findings);
      hypothetical(question, findings);
    }
    find(
        question,
        ABSOLUTE,
        "says more than anybody can: leave the extreme to the answers",
        findings);
    if (Survey.words(question) > MOST_WORDS) {
      findings.add(
          new Finding(question.id(), "has more than " + MOST_WORDS + " words: shorten it"));
    }
    question
        .wording()
        .in()
        .forEach((language, other) -> translated(question, language, other, findings));
  }

  private static void negations(Question question, String words, List<Finding> findings) {
    if (LEADING.matcher(words).find()) return;
    long plain = NEGATION.matcher(words).results().count();
    long hidden = HIDDEN_NEGATION.matcher(words).results().count();
    if (plain + hidden > 1 && plain > 0) {
      findings.add(
          new Finding(
              question.id(), "negates twice: nobody is sure what yes means; say it plainly"));
    } else if (plain > 0) {
      findings.add(new Finding(question.id(), "negates: state the opposite instead"));
    }
  }

  private static void translated(
      Question question, String language, String words, List<Finding> findings) {
    var negations = NEGATIONS.get(language);
    if (negations != null && negations.matcher(words).results().count() > 1) {
      findings.add(new Finding(question.id(), "negates twice in " + language + ": say it plainly"));
    }
    boolean spaced = !Set.of(Text.ENGLISH, "ja", "zh", "th").contains(language);
    if (spaced && words.trim().split("\\s+").length > MOST_WORDS_TRANSLATED) {
      findings.add(
          new Finding(
              question.id(),
              "has more than " + MOST_WORDS_TRANSLATED + " words in " + language + ": shorten it"));
    }
  }

  private static void find(
      Question question, Pattern pattern, String message, List<Finding> findings) {
    if (pattern.matcher(question.wording().in(Text.ENGLISH)).find()) {
      findings.add(new Finding(question.id(), message));
    }
  }

  /** How likely one is to recommend something is a feeling of today. */
  private static void hypothetical(Question question, List<Finding> findings) {
    var words = question.wording().in(Text.ENGLISH).toLowerCase(Locale.ROOT);
    if (words.startsWith("how likely")) return;
    find(question, HYPOTHETICAL, "asks what might be: ask what happened", findings);
  }

  private static void unexplained(Question question, Block block, List<Finding> findings) {
    var terms = new StringBuilder();
    block.terms().forEach(term -> terms.append(term.word().in(Text.ENGLISH)).append(' '));
    SHORTHAND
        .matcher(question.wording().in(Text.ENGLISH))
        .results()
        .map(found -> found.group())
        .filter(word -> !KNOWN_SHORTHAND.contains(word) && terms.indexOf(word) < 0)
        .distinct()
        .forEach(
            word ->
                findings.add(
                    new Finding(question.id(), "says " + word + " and nothing explains it")));
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
    var items =
        construct.items().stream()
            .map(item -> (Question.Scored) survey.question(item.item()).orElseThrow())
            .toList();
    items.stream()
        .filter(item -> item.direction() == Question.Direction.NONE)
        .forEach(
            item ->
                findings.add(new Finding(item.id(), "speaks to a construct but has no direction")));
    boolean oneWay = items.stream().map(Question.Scored::direction).distinct().count() == 1;
    boolean agreeing = items.stream().anyMatch(AnswerLint::invitesAgreement);
    if (items.size() > 1 && oneWay && agreeing && construct.averaged()) {
      findings.add(
          new Finding(
              construct.key(),
              "has no item that is turned round, so that who agrees with everything looks like who"
                  + " means it: state the opposite in one of them"));
    }
  }

  /** Carelessness shows only where the same answer can't be right everywhere. */
  private static void bothWays(Survey survey, List<Finding> findings) {
    var directions = new ArrayList<Question.Direction>();
    for (Question question : survey.questions()) {
      if (question instanceof Question.Scored scored && scored.construct() != null) {
        directions.add(scored.direction());
      }
    }
    if (directions.size() >= 6 && new HashSet<>(directions).size() == 1) {
      findings.add(
          new Finding(
              survey.name(),
              "has items of one direction alone: who answers carelessly can't be told"));
    }
  }

  private static void splitConstructs(Survey survey, List<Finding> findings) {
    for (Block bank : survey.blocks()) {
      if (bank.ask() == null) continue;
      var inside = constructs(bank);
      survey.blocks().stream()
          .filter(other -> other != bank)
          .forEach(
              other ->
                  constructs(other).stream()
                      .filter(inside::contains)
                      .forEach(
                          one ->
                              findings.add(
                                  new Finding(
                                      one,
                                      "is asked in part of everybody and in part of some: bring its"
                                          + " items into one block"))));
    }
  }

  private static Set<String> constructs(Block block) {
    var all = new TreeSet<String>();
    for (Question question : block.items()) {
      if (question instanceof Question.Scored scored && scored.construct() != null) {
        all.add(scored.construct());
      }
    }
    return all;
  }

  private static void minutes(Survey survey, List<Finding> findings) {
    double minutes = seconds(survey) / 60;
    if (minutes > survey.minutes() + 0.5) {
      findings.add(
          new Finding(
              survey.name(),
              String.format(
                  Locale.ROOT,
                  "says %d minutes and takes %.1f by the estimate: say so, or ask less",
                  survey.minutes(),
                  minutes)));
    }
  }

  /** Words in a language that the survey is not offered in are read by nobody. */
  private static void languages(Survey survey, List<Finding> findings) {
    var unread = new TreeSet<String>();
    survey.questions().forEach(question -> unread.addAll(question.wording().in().keySet()));
    unread.removeAll(survey.title().in().keySet());
    if (!unread.isEmpty()) {
      findings.add(
          new Finding(
              survey.name(),
              "has words in "
                  + String.join(", ", unread)
                  + ", which its title lacks, so that nobody reads them"));
    }
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }
}
