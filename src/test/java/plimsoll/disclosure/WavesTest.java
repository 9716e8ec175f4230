package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Waves.Candidate;

/** Each letter is a person. */
class WavesTest {

  private static Set<String> people(String letters) {
    return new TreeSet<>(List.of(letters.split("")));
  }

  private static List<Set<String>> published(String... groups) {
    return List.of(groups).stream().map(WavesTest::people).toList();
  }

  private static Map<String, Withholding> withheld(List<Set<String>> published, String... now) {
    var candidates = new ArrayList<Candidate>();
    for (String group : now) candidates.add(new Candidate(group, people(group)));
    return Waves.withheld(published, candidates);
  }

  @Test
  void oneOrTwoWhoJoinedOrLeftAreTooFewAndThreeAreEnough() {
    for (String now : List.of("abcdef", "abcdefg", "abcd", "abc", "abcdf", "ab")) {
      assertEquals(Map.of(now, Withholding.ROSTER_CHANGED), withheld(published("abcde"), now));
    }
    for (String now : List.of("abcdefgh", "abcfg", "abcdfg", "fghij")) {
      assertEquals(Map.of(), withheld(published("abcde"), now), now);
    }
  }

  @Test
  void theSamePeopleMayBeShownAgain() {
    assertEquals(Map.of(), withheld(published("abcde", "fghij"), "abcde", "abcdefghij"));
  }

  @Test
  void everyEarlierReadingCounts() {
    assertEquals(1, withheld(published("abcdexyz", "abcde"), "abcdef").size());
  }

  /** Neither team is near to one of before, but both together are. */
  @Test
  void teamsThatExchangedPeopleMayNotTogetherTellOfOneWhoLeft() {
    var before = published("abcdefgh", "ijklmnopz");
    var now = withheld(before, "defghijk", "abclmnop");
    assertEquals(Map.of("abclmnop", Withholding.WOULD_REVEAL_ANOTHER), now);
  }

  /** The group less its second team is the first less its leaver. */
  @Test
  void aGroupAndAllItsTeamsButOneMayNotTellOfThatOne() {
    var now = withheld(published("abcdef"), "abcdeghijk", "ghijk");
    assertEquals(Map.of("ghijk", Withholding.WOULD_REVEAL_ANOTHER), now);
  }

  /** Of three waves two by two differ by three or more; twice the second less the others is one. */
  @Test
  void threeReadingsTogetherMayTellWhatNoTwoDo() {
    var before = published("abcp", "defp");
    assertEquals(Map.of(), withheld(before, "abcghi"));
    assertEquals(
        Map.of("abcdef", Withholding.ROSTER_CHANGED), withheld(before, "abcdef"), "2 p is left");
  }

  @Test
  void whatComesFirstIsRatherShown() {
    var before = published("abcdef", "ghijkl");
    var order = withheld(before, "ghijklmno", "abcdefmno");
    assertEquals(Map.of(), order);
    var other = withheld(published("abcdefghijklm"), "abcdef", "ghijkl");
    assertEquals(Set.of("ghijkl"), other.keySet());
    assertEquals(
        Set.of("abcdef"), withheld(published("abcdefghijklm"), "ghijkl", "abcdef").keySet());
  }

  @Test
  void unknownPeopleMayBeThoseOfBefore() {
    var unknown = List.of(new Candidate("t", Set.of()));
    assertEquals(Map.of(), Waves.withheld(List.of(), unknown));
    assertEquals(
        Map.of("t", Withholding.ROSTER_CHANGED), Waves.withheld(published("abc"), unknown));
  }

  @Test
  void groupsOfSixtyAreNotComparedAndOfFiftyNineAre() {
    var sixty = new TreeSet<String>();
    for (int i = 0; i < 60; i++) sixty.add("p" + i);
    var less = new TreeSet<>(sixty);
    less.remove("p7");
    var more = new TreeSet<>(sixty);
    more.add("q");
    assertEquals(Map.of(), Waves.withheld(List.of(less), List.of(new Candidate("g", sixty))));
    assertEquals(Map.of(), Waves.withheld(List.of(more), List.of(new Candidate("g", sixty))));
    var lesser = new TreeSet<>(less);
    lesser.remove("p9");
    assertEquals(1, Waves.withheld(List.of(lesser), List.of(new Candidate("g", less))).size());
    assertTrue(Waves.hardlyChanged(sixty, List.of(more)));
  }

  @Test
  void hardlyChangedIsByOneOrTwo() {
    assertTrue(Waves.hardlyChanged(people("abc"), published("abcd")));
    assertTrue(Waves.hardlyChanged(people("abc"), published("a")));
    assertTrue(Waves.hardlyChanged(people("abc"), published("abd")));
    assertFalse(Waves.hardlyChanged(people("abc"), published("abc", "abcdef", "ade")));
  }
}
