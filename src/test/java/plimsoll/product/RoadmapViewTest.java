package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.readiness.Criterion;
import plimsoll.roadmap.Initiative;
import plimsoll.roadmap.Initiative.Range;

class RoadmapViewTest {
  private static final UUID READING = new UUID(1, 1);
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void withoutDecisionsTheOrderIsThatOfRank() {
    var view = view(Map.of(), "a", "b", "c");
    assertEquals(List.of("a", "b", "c"), view.openKeys());
    assertEquals(2, view.entry("b").orElseThrow().rank());
    assertEquals(State.PROPOSED, view.entry("b").orElseThrow().decision().state());
  }

  @Test
  void whatSomebodyPlacedStandsBeforeWhatNobodyDid() {
    var placed = decision("c", State.PROPOSED, null);
    placed.place(1);
    assertEquals(List.of("c", "a", "b"), view(Map.of("c", placed), "a", "b", "c").openKeys());
  }

  @Test
  void whatIsDoneOrRefusedStandsBelowWhatIsOpen() {
    var decisions = new HashMap<String, Decision>();
    decisions.put("a", decision("a", State.REFUSED, offer("a", 70)));
    decisions.put("b", decision("b", State.DONE, offer("b", 70)));
    var view = view(decisions, "a", "b", "c");
    assertEquals(List.of("c", "b", "a"), view.initiatives().stream().map(e -> e.key()).toList());
    assertEquals(List.of("c"), view.openKeys());
    assertNull(view.entry("a").orElseThrow().decision().position());
    assertFalse(view.entry("nowhere").isPresent());
  }

  @Test
  void aPromiseKeepsWhatItClaimed() {
    var accepted = decision("a", State.ACCEPTED, offer("a", 70));
    accepted.decide(intent(State.ACCEPTED), new UUID(2, 2), offer("a", 40), NOW.plusSeconds(9));
    var promise = view(Map.of("a", accepted), "a").entry("a").orElseThrow().decision().promise();
    assertEquals("falls from 70", promise.hypothesis());
    assertEquals(READING, promise.reading());
    assertEquals(NOW, promise.acceptedAt());
  }

  @Test
  void goingBackToAProposalGivesThePromiseUp() {
    var accepted = decision("a", State.ACCEPTED, offer("a", 70));
    accepted.decide(intent(State.PROPOSED), READING, offer("a", 40), NOW);
    assertNull(accepted.accepted());
    accepted.decide(intent(State.ACCEPTED), READING, offer("a", 40), NOW);
    assertEquals("falls from 40", accepted.accepted().hypothesis());
  }

  @Test
  void aPromiseOutlivesTheReadingThatProposedIt() {
    var accepted = decision("gone", State.ACCEPTED, offer("gone", 70));
    var entry = view(Map.of("gone", accepted), "a").entry("gone").orElseThrow();
    assertNull(entry.rank());
    assertEquals("falls from 70", entry.hypothesis());
  }

  @Test
  void otherWordsStandBesideWhatWasProposed() {
    var changed = new Decision("a", READING);
    changed.change(new Claim(null, "falls to 30", new Range(9, 5, 20)));
    var entry = view(Map.of("a", changed), "a").entry("a").orElseThrow();
    assertEquals("Do a", entry.title());
    assertEquals("falls to 30", entry.hypothesis());
    assertEquals(new Range(9, 5, 20), entry.effortWeeks());
    assertEquals(new Claim(null, "falls from 70", new Range(6, 3.5, 11)), entry.proposedAs());
    assertNull(view(Map.of(), "a").entry("a").orElseThrow().proposedAs());
  }

  @Test
  void otherWordsArePromisedAndLaterReadingsLeaveThem() {
    var changed = new Decision("a", READING);
    changed.change(new Claim("Do it well", null, null));
    changed.decide(intent(State.ACCEPTED), READING, offer("a", 40), NOW);
    var entry = view(Map.of("a", changed), "a").entry("a").orElseThrow();
    assertEquals("Do it well", entry.decision().promise().title());
    assertEquals("falls from 40", entry.hypothesis());
    assertEquals(new Claim("Do a", null, null), entry.proposedAs());
  }

  @Test
  void whatIsProposedAgainKeepsItsOtherWords() {
    var changed = new Decision("a", READING);
    changed.change(new Claim("Do it well", null, null));
    changed.decide(intent(State.ACCEPTED), READING, offer("a", 40), NOW);
    changed.decide(intent(State.PROPOSED), READING, offer("a", 40), NOW);
    assertEquals("Do it well", view(Map.of("a", changed), "a").entry("a").orElseThrow().title());
  }

  @Test
  void equalDecisionsHaveAnEqualDigest() {
    var before = view(Map.of(), "a", "b").digest();
    assertEquals(before, view(Map.of(), "a", "b").digest());
    var one = view(Map.of("a", decision("a", State.ACCEPTED, offer("a", 70))), "a", "b");
    var other = view(Map.of("a", decision("a", State.ACCEPTED, offer("a", 70))), "a", "b");
    assertEquals(one.digest(), other.digest());
    assertNotEquals(before, one.digest());
    var reopened = Map.of("a", decision("a", State.PROPOSED, null));
    assertEquals(before, view(reopened, "a", "b").digest());
  }

  @Test
  void aRefusalOfWhatIsNoLongerProposedIsNotShown() {
    var refused = decision("gone", State.REFUSED, null);
    assertFalse(view(Map.of("gone", refused), "a").entry("gone").isPresent());
  }

  @Test
  void clientsReadStatesInLowerCase() {
    var json = Json.write(view(Map.of(), "a"));
    assertTrue(json.contains("\"state\":\"proposed\""), json);
    assertEquals(
        State.ACCEPTED, Json.read("{\"state\":\"accepted\"}", Intent.class).checked().state());
  }

  @Test
  void theChoiceKeepsThreeTenthsFree() {
    var choice = Choice.of(view(Map.of(), "a", "b", "c"), 30);
    assertEquals(21, choice.planned());
    assertTrue(choice.used() <= 21);
    assertFalse(choice.picks().isEmpty());
    assertTrue(Choice.of(view(Map.of(), "a"), 0).picks().isEmpty());
  }

  private static RoadmapView view(Map<String, Decision> decisions, String... keys) {
    var proposed = List.of(keys).stream().map(key -> initiative(key, 70)).toList();
    return RoadmapView.of(READING, NOW, proposed, decisions, Map.of());
  }

  private static Decision decision(String key, State state, Offer promise) {
    var decision = new Decision(key, READING);
    decision.decide(intent(state), READING, promise, NOW);
    return decision;
  }

  private static Intent intent(State state) {
    return new Intent(state, state == State.REFUSED ? "no" : null, null, null, null);
  }

  private static Initiative initiative(String key, int from) {
    return new Initiative(
        key,
        "Do " + key,
        Criterion.D2,
        List.of("payments"),
        9,
        new Range(20, 8, 32),
        new Range(6, 3.5, 11),
        0.4,
        new Range(70, 20, 150),
        0.5,
        0.7,
        false,
        "falls from " + from,
        List.of("People say so."),
        List.of("D2", "D2/payments"),
        null);
  }

  static Offer offer(String key, int from) {
    return Offer.of(initiative(key, from), "quarterly-2026.1");
  }
}
