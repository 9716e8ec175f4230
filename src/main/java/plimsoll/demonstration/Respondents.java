package plimsoll.demonstration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import plimsoll.demonstration.Organisation.Engineer;
import plimsoll.demonstration.Organisation.Reply;

/**
 * Who answers, and what (measurement, section 10): a team's truth, a person's own leaning that
 * stays from wave to wave, and chance at each item.
 */
final class Respondents {
  /** Spread of people in a team, in points of 0 to 100. */
  private static final double PERSON = 13;

  /** Spread of one person's answers to like items. */
  private static final double ITEM = 14;

  private static final double NO_BASIS = 0.08;

  /** Who knows what other teams have built. */
  private static final double NO_BASIS_ON_OTHERS = 0.18;

  private static final double BLANK = 0.01;
  private static final List<Item> ITEMS =
      List.of(
          item("D1a", "D1"),
          turned("D1b", "D1"),
          item("D2a", "D2"),
          turned("D2b", "D2"),
          turned("D3a", "D3"),
          item("D3b", "D3"),
          item("D4a", "D4"),
          turned("D4b", "D4"),
          item("P2a", "P2"),
          turned("P2b", "P2"),
          item("P3a", "P3"),
          turned("P3b", "P3"),
          item("L1", "INT"),
          item("L2", "INT"),
          item("L3", "EXI"),
          item("L4", "EXI"),
          item("L5", "EXI"),
          item("L6", "EXP"),
          item("L7", "EXP"),
          turned("L8", "GER"),
          turned("L9", "GER"),
          item("L10", "L10"),
          item("L11", "L11"),
          turned("X1", "FB"),
          turned("X2", "FLOW"));

  private final long seed;
  private final Map<String, Story> teams;
  private final List<Engineer> people;

  Respondents(long seed, List<Story> teams, List<Engineer> people) {
    this.seed = seed;
    this.teams = teams.stream().collect(toMap(Story::key, Function.identity()));
    this.people = people;
  }

  /** An item of the quarterly survey, and which way it points. */
  private record Item(String id, String construct, boolean turned) {}

  private static Item item(String id, String construct) {
    return new Item(id, construct, false);
  }

  private static Item turned(String id, String construct) {
    return new Item(id, construct, true);
  }

  /**
   * @param wavesAgo 0 for the latest that is over, −1 for the open one
   * @param share of those who would answer in the end that have done so
   */
  List<Reply> replies(LocalDate day, int wavesAgo, double share) {
    return people.stream()
        .filter(person -> person.team(day) != null)
        .collect(groupingBy(person -> person.team(day), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .flatMap(team -> replies(team.getKey(), team.getValue(), wavesAgo, share))
        .toList();
  }

  private Stream<Reply> replies(String team, List<Engineer> roster, int wavesAgo, double share) {
    var leanings = leanings(roster);
    return answering(team, roster, wavesAgo, share)
        .map(person -> reply(person, team, leanings.get(person.key()), wavesAgo));
  }

  /** Teams differ in how many answer: 65 to 90 of 100. */
  private Stream<Engineer> answering(
      String team, List<Engineer> roster, int wavesAgo, double share) {
    var rate = new Chance(seed, "response", team).between(65, 90) / 100.0;
    var order = new ArrayList<>(roster);
    Collections.shuffle(order, new Random(Objects.hash(seed, "answers", team, wavesAgo)));
    return order.stream().limit(Math.round(rate * share * roster.size()));
  }

  /** By person and construct; a team as a whole leans nowhere, its truth says where it stands. */
  private Map<String, Map<String, Double>> leanings(List<Engineer> roster) {
    var leanings = new HashMap<String, Map<String, Double>>();
    for (var construct : ITEMS.stream().map(Item::construct).distinct().toList()) {
      var mean = roster.stream().mapToDouble(p -> leaning(p, construct)).average().orElse(0);
      for (var person : roster) {
        leanings
            .computeIfAbsent(person.key(), unused -> new HashMap<>())
            .put(construct, leaning(person, construct) - mean);
      }
    }
    return leanings;
  }

  private double leaning(Engineer person, String construct) {
    return new Chance(seed, "leaning", person.key(), construct).normal(0, PERSON);
  }

  private Reply reply(Engineer person, String team, Map<String, Double> leanings, int wavesAgo) {
    var chance = new Chance(seed, "reply", person.key(), wavesAgo);
    var answers = new LinkedHashMap<String, Object>();
    for (var item : ITEMS) {
      var answer = answer(item, teams.get(team), leanings, wavesAgo, chance);
      if (answer != null) {
        answers.put(item.id(), answer);
      }
    }
    answers.put("K0", false);
    return new Reply(person.key(), team, answers);
  }

  /** Null for one left blank. */
  private Object answer(
      Item item, Story team, Map<String, Double> leanings, int wavesAgo, Chance chance) {
    var noise = chance.normal(0, ITEM);
    var unknowing = chance.happens(item.id().equals("P3a") ? NO_BASIS_ON_OTHERS : NO_BASIS);
    if (chance.happens(BLANK)) {
      return null;
    }
    if (unknowing) {
      return "no-basis";
    }
    var need =
        team.need(item.construct(), Math.max(0, wavesAgo)) + leanings.get(item.construct()) + noise;
    var point = (int) Math.max(1, Math.min(5, 1 + Math.round(need / 25)));
    return item.turned() ? 6 - point : point;
  }
}
