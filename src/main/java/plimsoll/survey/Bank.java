package plimsoll.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A split questionnaire (Raghunathan and Grizzle 1995, Journal of the American Statistical
 * Association 90, 54–63): each person is asked a part of a bank of items, and all parts are asked
 * equally often. Items of one construct are one unit and stay together, so that whoever is asked of
 * it at all has a score.
 *
 * <p>The units are dealt like cards: pack after pack, each pack being all units in another order,
 * and each person takes the next ones. So among people at places one after the other the numbers of
 * how often two units were asked differ by one at most, and any two units come together sooner or
 * later.
 */
final class Bank {
  private Bank() {}

  /** Questions that are asked together or not at all, in the order of the file. */
  static List<List<Question>> units(List<Question> questions) {
    Map<String, List<Question>> units = new LinkedHashMap<>();
    for (Question question : questions) {
      units.computeIfAbsent(unit(question), key -> new ArrayList<>()).add(question);
    }
    return List.copyOf(units.values());
  }

  /**
   * The questions for whoever stands at a place.
   *
   * @param ask how many units, fewer than there are
   * @param place from 0
   */
  static List<Question> part(List<Question> questions, int ask, int place) {
    var units = units(questions);
    var dealt = new ArrayList<Integer>();
    Set<Integer> hand = Set.of();
    for (int person = 0; person <= place; person++) {
      hand = hand(dealt, ask, units.size(), person);
    }
    var mine = hand.stream().sorted().flatMap(unit -> units.get(unit).stream()).toList();
    return mine;
  }

  /** Takes the next cards; a pack that is opened in the middle of a hand repeats none of it. */
  private static Set<Integer> hand(List<Integer> rest, int ask, int units, int person) {
    var hand = new LinkedHashSet<Integer>();
    while (hand.size() < ask) {
      if (rest.isEmpty()) rest.addAll(pack(units, person, hand));
      hand.add(rest.remove(0));
    }
    return hand;
  }

  private static List<Integer> pack(int units, int number, Set<Integer> held) {
    var pack = new ArrayList<Integer>();
    for (int unit = 0; unit < units; unit++) pack.add(unit);
    Collections.shuffle(pack, new Random(number));
    pack.removeAll(held);
    pack.addAll(held);
    return pack;
  }

  private static String unit(Question question) {
    return question.items().stream()
        .map(item -> item instanceof Question.Scored scored ? scored.construct() : null)
        .filter(Objects::nonNull)
        .findFirst()
        .map(construct -> "construct " + construct)
        .orElse("question " + question.id());
  }
}
