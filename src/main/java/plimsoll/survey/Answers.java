package plimsoll.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one person sent, read against the survey: what could be read, and every fault.
 *
 * @param given by the item's id, in the order of the survey as the person was asked; what was left
 *     blank is not in it
 * @param reviewersOnly nobody but those who review own words shall read them
 * @param faults empty when all of it could be read
 */
public record Answers(Map<String, Answer> given, boolean reviewersOnly, List<Fault> faults) {

  /** Stands among the answers where own words are for those alone who review them. */
  public static final String REVIEWERS_ONLY = "reviewers-only";

  /** One fault: which item, and what it must be. */
  public record Fault(String item, String message) {}

  /**
   * Reads what was sent.
   *
   * @param survey as the person was asked: what is no part of it for her is no item
   * @param sent by the item's id: a number, a truth value, a string, a list of strings, {@link
   *     Answer#NO_BASIS}, {@link Answer#DECLINED}, or null for left blank
   */
  public static Answers of(Survey survey, Map<String, ?> sent) {
    Map<String, Answer> given = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(sent.keySet());
    unknown.remove(REVIEWERS_ONLY);
    for (Block block : survey.blocks()) {
      var asked = block.askedAfter(sent);
      for (Question question : block.questions()) {
        for (Question item : question.items()) {
          take(item, asked.contains(question), sent.get(item.id()), given, faults);
          unknown.remove(item.id());
        }
      }
    }
    Object only = sent.get(REVIEWERS_ONLY);
    if (only != null && !(only instanceof Boolean)) {
      faults.add(new Fault(REVIEWERS_ONLY, "must be true or false"));
    }
    unknown.forEach(item -> faults.add(new Fault(item, "is no item of this survey")));
    return new Answers(given, Boolean.TRUE.equals(only), List.copyOf(faults));
  }

  /** The closed answers, as scoring takes them. */
  public Sheet sheet(boolean careless) {
    Map<String, Integer> points = new HashMap<>();
    Set<String> noBasis = new HashSet<>();
    given.forEach((item, answer) -> note(item, answer, points, noBasis));
    return new Sheet(points, noBasis, careless);
  }

  /** What was written in own words, by the item's id. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    given.forEach(
        (item, answer) -> {
          if (answer instanceof Answer.Words own) {
            words.put(item, own.value());
          }
        });
    return words;
  }

  private static void take(
      Question question,
      boolean asked,
      Object value,
      Map<String, Answer> given,
      List<Fault> faults) {
    if (blank(value)) {
      return;
    }
    if (!asked) {
      faults.add(new Fault(question.id(), "was not asked, after the answers before it"));
    } else if (Answer.NO_BASIS.equals(value)) {
      given.put(question.id(), new Answer.NoBasis());
    } else if (Answer.DECLINED.equals(value)) {
      given.put(question.id(), new Answer.Declined());
    } else {
      question
          .read(value)
          .ifPresentOrElse(
              answer -> given.put(question.id(), answer),
              () -> faults.add(new Fault(question.id(), "must be " + question.expects())));
    }
  }

  private static boolean blank(Object value) {
    return value == null || value instanceof String words && words.isBlank();
  }

  private static void note(
      String item, Answer answer, Map<String, Integer> points, Set<String> noBasis) {
    if (answer instanceof Answer.Point point) {
      points.put(item, point.value());
    } else if (answer instanceof Answer.Choice choice) {
      points.put(item, choice.value() ? 1 : 0);
    } else if (answer instanceof Answer.NoBasis) {
      noBasis.add(item);
    }
  }
}
