package plimsoll.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plimsoll.survey.Answer;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/**
 * A survey as one person sees it: the words of this campaign put in, and the questions of each
 * block in this person's order.
 */
record Form(Links.Link link, String language) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  static Form of(Links.Link link) {
    return new Form(link, Text.ENGLISH);
  }

  /**
   * Questions that are asked together.
   *
   * @param step its place among all blocks, from 1
   * @param when what must have been answered before; null when always asked
   */
  record Step(
      int step,
      String key,
      String title,
      String intro,
      List<Term> terms,
      Condition when,
      List<Item> items) {}

  record Term(String word, String meaning) {}

  /**
   * One question.
   *
   * @param kind "rating", "yes-no" or "text"
   * @param choices what can be chosen, "No basis to answer" last; empty for own words
   * @param hint what to mind; null when there is nothing
   * @param longest characters at most; null where one chooses
   */
  record Item(
      String id, String kind, String wording, List<Choice> choices, String hint, Integer longest) {}

  /**
   * @param value as it is sent: a number, a truth value or "no-basis"
   */
  record Choice(Object value, String label) {}

  String title() {
    return words(survey().title());
  }

  String purpose() {
    return words(survey().purpose());
  }

  /** A day as nobody can mistake it, such as "1 October 2026". */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A moment as nobody can mistake it, such as "10 December 2026, 23:59 UTC". */
  static String moment(Instant at) {
    return MOMENT.format(at.atOffset(ZoneOffset.UTC));
  }

  List<Step> steps() {
    return survey().blocks().stream().map(block -> step(block, block.questions())).toList();
  }

  /** The steps that are asked after these answers. */
  List<Step> asked(Map<String, ?> answers) {
    return survey().blocks().stream()
        .filter(block -> !block.askedAfter(answers).isEmpty())
        .map(block -> step(block, block.askedAfter(answers)))
        .toList();
  }

  /** Whether a step asks for own words. */
  boolean hasWords(String step) {
    return steps().stream()
        .filter(one -> one.key().equals(step))
        .flatMap(one -> one.items().stream())
        .anyMatch(item -> item.kind().equals("text"));
  }

  private Step step(Block block, List<Question> questions) {
    return new Step(
        survey().blocks().indexOf(block) + 1,
        block.key(),
        words(block.title()),
        words(block.intro()),
        block.terms().stream()
            .map(term -> new Term(words(term.word()), words(term.meaning())))
            .toList(),
        block.when(),
        questions.stream().flatMap(question -> question.items().stream()).map(this::item).toList());
  }

  private Item item(Question question) {
    String wording = words(question.wording());
    if (question instanceof Question.Rating rating) {
      var choices = rating.scale().points().stream().map(this::choice).toList();
      return new Item(question.id(), "rating", wording, withNoBasis(choices), null, null);
    }
    if (question instanceof Question.OpenText own) {
      return new Item(question.id(), "text", wording, List.of(), words(own.hint()), own.longest());
    }
    var choices = List.of(new Choice(true, "Yes"), new Choice(false, "No"));
    return new Item(question.id(), "yes-no", wording, withNoBasis(choices), null, null);
  }

  private Choice choice(plimsoll.survey.Scale.Point point) {
    return new Choice(point.value(), words(point.label()));
  }

  private static List<Choice> withNoBasis(List<Choice> choices) {
    var all = new java.util.ArrayList<>(choices);
    all.add(new Choice(Answer.NO_BASIS, "No basis to answer"));
    return List.copyOf(all);
  }

  private String words(Text text) {
    return text.in(
        language,
        Map.of("platform", link.campaign().platform(), "start", day(link.campaign().since())));
  }

  private Survey survey() {
    return Objects.requireNonNull(link.survey());
  }
}
