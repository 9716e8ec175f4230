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
 */
public record Block(
    String key, Text title, Text intro, List<Term> terms, When when, List<Question> questions) {

  public Block {
    terms = List.copyOf(terms);
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a block asks something");
    }
  }

  /**
   * True where these answers make it one that is asked.
   *
   * @param earlier by the item's id, as they were sent
   */
  public boolean askedAfter(Map<String, ?> earlier) {
    return when == null || Boolean.valueOf(when.is()).equals(earlier.get(when.item()));
  }

  /**
   * The questions in an order of one's own: those on the same scale stay together, so that the
   * words to choose from change as seldom as possible, and are shuffled among themselves.
   */
  public List<Question> shuffled(long seed) {
    Map<String, List<Question>> together = new LinkedHashMap<>();
    for (Question question : questions) {
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

  /** Holds when the yes-or-no question was answered so. */
  public record When(String item, boolean is) {}
}
