package plimsoll.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plimsoll.campaign.Plan;
import plimsoll.language.Language;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/**
 * A survey as one person sees it: in her language, the words of this campaign put in, and the
 * questions of each block in her order.
 */
record Form(Links.Link link, Language language) {

  /**
   * Questions that are asked together.
   *
   * @param step its place among all blocks, from 1
   * @param when what must have been answered before; null when always asked
   */
  public record Step(
      int step,
      String key,
      Said title,
      Said intro,
      List<Term> terms,
      Condition when,
      List<Item> items) {

    /** As they stand on the page: the rows of a matrix under what they begin with. */
    public List<Part> parts() {
      Map<String, List<Item>> parts = new LinkedHashMap<>();
      for (Item item : items) {
        var key = item.matrix() == null ? "item " + item.id() : "matrix " + item.matrix().words();
        parts.computeIfAbsent(key, none -> new ArrayList<>()).add(item);
      }
      return parts.values().stream().map(Part::new).toList();
    }

    /** The same with one of its items alone. */
    Step only(String item) {
      var one = items.stream().filter(each -> each.id().equals(item)).toList();
      return new Step(step, key, title, intro, terms, when, one);
    }
  }

  /** A word and what it means here. */
  public record Term(Said word, Said meaning) {}

  /** One item, or some rows of one matrix. */
  public record Part(List<Item> items) {
    public Item first() {
      return items.get(0);
    }

    /** True where there are rows with a common head. */
    public boolean table() {
      return items.size() > 1;
    }
  }

  String title() {
    return said(survey().title()).words();
  }

  /** What the campaign is called; where nobody gave it a name, what the survey is called. */
  String heading() {
    var name = link.campaign().title();
    return name.equals(survey().title().in(Text.ENGLISH)) ? title() : name;
  }

  /** Who asks. */
  String asker() {
    var who = link.campaign().askedBy();
    return who.equals(Plan.ASKER) ? language.say("asker") : who;
  }

  Said purpose() {
    return said(survey().purpose());
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

  /** One of its items; empty where there is none of that id. */
  Optional<Item> item(String id) {
    return steps().stream()
        .flatMap(step -> step.items().stream())
        .filter(item -> item.id().equals(id))
        .findFirst();
  }

  /** What is asked at a place, whatever was answered. */
  List<Item> items(Place place) {
    return steps().stream()
        .filter(step -> step.key().equals(place.step()))
        .flatMap(step -> step.items().stream())
        .filter(item -> !place.byItem() || item.id().equals(place.item()))
        .toList();
  }

  /** The ids of what a step asks after these answers. */
  List<String> ids(String step, Map<String, ?> answers) {
    return asked(answers).stream()
        .filter(one -> one.key().equals(step))
        .flatMap(one -> one.items().stream())
        .map(Item::id)
        .toList();
  }

  private Step step(Block block, List<Question> questions) {
    return new Step(
        survey().blocks().indexOf(block) + 1,
        block.key(),
        said(block.title()),
        said(block.intro()),
        block.terms().stream()
            .map(term -> new Term(said(term.word()), said(term.meaning())))
            .toList(),
        block.when(),
        questions.stream().flatMap(this::items).toList());
  }

  private Stream<Item> items(Question question) {
    var matrix = question instanceof Question.Matrix ? said(question.wording()) : null;
    return question.items().stream().map(item -> Item.of(item, matrix, this));
  }

  /** In her language, or in English where it was not translated. */
  Said said(Text text) {
    var here = text.in().containsKey(language.tag()) ? language : Language.ENGLISH;
    var names = Map.of("platform", campaignsName(), "start", here.day(link.campaign().since()));
    boolean foreign = here != language && text.wordy();
    return new Said(text.in(here.tag(), names), foreign ? here.tag() : null);
  }

  private String campaignsName() {
    return language.isolated(link.campaign().platform());
  }

  private Survey survey() {
    return Objects.requireNonNull(link.survey());
  }
}
