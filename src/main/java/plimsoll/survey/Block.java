package plimsoll.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Questions that are asked together, on one step.
 *
 * @param key unique within a survey
 * @param intro what to think of while answering; may name {@code {start}} and {@code {platform}}
 * @param terms words used below, each defined once
 * @param when asked only of whom this holds; null means of everybody
 * @param movable whether it may change places with the movable blocks beside it
 * @param ask how many units each person is asked of this bank of items ({@link Bank}); null for all
 * @param only the questions of it that are asked only of whom this holds, by the question's id
 */
public record Block(
    String key,
    Text title,
    Text intro,
    List<Term> terms,
    Condition when,
    boolean movable,
    Integer ask,
    Map<String, Condition> only,
    List<Question> questions) {

  public Block {
    terms = List.copyOf(terms);
    only = Map.copyOf(only);
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a block asks something");
    }
    if (ask != null && (ask < 1 || ask >= Bank.units(questions).size())) {
      throw new IllegalArgumentException(
          "ask must be 1 or more, and fewer than there are constructs and single items");
    }
  }

  /** A block that is always asked wholly and at its place. */
  public Block(
      String key,
      Text title,
      Text intro,
      List<Term> terms,
      Condition when,
      List<Question> questions) {
    this(key, title, intro, terms, when, false, null, Map.of(), questions);
  }

  /** What is answered by itself, in the order of the file. */
  public List<Question> items() {
    return questions.stream().<Question>flatMap(question -> question.items().stream()).toList();
  }

  /**
   * The questions of it that are asked after these answers; none where the block is not asked.
   *
   * @param earlier by the item's id, as they were sent
   */
  public List<Question> askedAfter(Map<String, ?> earlier) {
    if (when != null && !when.holds(earlier)) return List.of();
    return questions.stream()
        .filter(question -> !only.containsKey(question.id()) || holds(question, earlier))
        .toList();
  }

  private boolean holds(Question question, Map<String, ?> earlier) {
    return only.get(question.id()).holds(earlier);
  }

  /**
   * As one person is asked: of a bank her part alone, and the questions in an order of her own.
   * Those on the same scale stay together, so that the words to choose from change as seldom as
   * possible, and are shuffled among themselves.
   *
   * @param place which of the bank's parts is hers, from 0
   */
  Block arranged(long order, int place) {
    var mine = ask == null ? questions : Bank.part(questions, ask, place);
    return new Block(key, title, intro, terms, when, movable, null, only, shuffled(mine, order));
  }

  private List<Question> shuffled(List<Question> some, long seed) {
    Map<String, List<Question>> together = new LinkedHashMap<>();
    for (Question question : some) {
      together.computeIfAbsent(scaleOf(question), scale -> new ArrayList<>()).add(question);
    }
    Random random = new Random(seed ^ key.hashCode());
    together.values().forEach(group -> Collections.shuffle(group, random));
    return together.values().stream().flatMap(List::stream).toList();
  }

  private static String scaleOf(Question question) {
    return question instanceof Question.Rating rating ? rating.scale().key() : question.id();
  }

  /** A word and what it means here. */
  public record Term(Text word, Text meaning) {}
}
