package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.access.AuditEntry.Who;

class AuditCheckTest {
  private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
  private static final AuditCheck.Noted NOTHING = new AuditCheck.Noted(null, "");
  private final AuditHead head = new AuditHead();

  /** Both hashes were made by sha256sum of the entries as JSON arrays. */
  @Test
  void anEntrysHashCoversItAndTheHashBefore() {
    var first =
        head.add(entry(1, new Who("ada", ""), "looked at the readiness page", "/readings/r"));
    assertEquals("5107b068c480b2a31b6372d1097937c4b136676111788595e9fbe388ca6c8c74", first.hash());
    var later =
        new AuditEntry(
            2, EIGHT.plusSeconds(300), new Who("bob", "nightly"), "closed a campaign", "Autumn");
    assertEquals(
        "a5d42d012c2793b911c12c3f64cab4b67fb04b3439ec9781e8f93805eb3ee2d7", head.add(later).hash());
  }

  @Test
  void allFitTogetherWhereNothingWasTouched() {
    var finding = check(entries(9), NOTHING);
    assertTrue(finding.whole(), finding.toString());
    assertEquals(9, finding.entries());
  }

  @Test
  void aRecordWithNoEntryIsWhole() {
    assertTrue(check(List.of(), NOTHING).whole());
  }

  @Test
  void anEntryThatWasTakenOutShows() {
    var entries = entries(9);
    entries.remove(4);
    assertEquals(List.of("Missing: entry 5."), check(entries, NOTHING).faults());
  }

  @Test
  void entriesThatWereTakenOffTheEndShow() {
    var entries = entries(9).subList(0, 7);
    assertEquals(List.of("Missing at the end: entries 8 to 9."), check(entries, NOTHING).faults());
  }

  @Test
  void aChangedEntryShowsAndTheOthersDoNot() {
    var entries = entries(9);
    var changed = entry(5, new Who("mallory", ""), "looked at a team's page", "/readings/5");
    entries.set(4, changed.after(entries.get(3).hash()));
    assertEquals(
        List.of("Changed: entry 6 is not as it was written."), check(entries, NOTHING).faults());
  }

  @Test
  void theLastEntryChangedShowsToo() {
    var entries = entries(9);
    entries.set(8, entry(9, new Who("mallory", ""), "did", "that").after(entries.get(7).hash()));
    assertEquals(
        List.of("Changed: the last entry, 9, is not as it was written."),
        check(entries, NOTHING).faults());
  }

  @Test
  void whoWorksOutAllHashesAnewIsFoundByWhatWasNoted() {
    var noted = new AuditCheck.Noted(3L, entries(9).get(2).hash());
    var forged = new AuditHead();
    var anew =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> forged.add(entry(i, new Who("forged", ""), "did", "" + i)))
            .toList();
    assertTrue(check(forged, anew, NOTHING).whole());
    assertEquals(
        List.of("Rewritten: entry 3 is not the one that you noted."),
        check(forged, anew, noted).faults());
  }

  @Test
  void aBeginningThatWasDeletedMustBeNamedByAnEntry() {
    var entries = entries(9);
    head.beginAfter(entries.get(3));
    var rest = entries.subList(4, 9);
    assertEquals(
        List.of("Missing at the beginning: no entry tells why it starts at 5"),
        check(rest, NOTHING).faults());
    rest = new ArrayList<>(rest);
    rest.add(
        head.add(entry(10, new Who("the service", ""), "deleted", "…" + entries.get(3).hash())));
    assertTrue(check(rest, NOTHING).whole());
  }

  @Test
  void halfANoteIsRefused() {
    assertThrows(Refusal.class, () -> AuditCheck.Noted.of("3", ""));
    assertThrows(Refusal.class, () -> AuditCheck.Noted.of("", "abc"));
    assertThrows(Refusal.class, () -> AuditCheck.Noted.of("-1", "a".repeat(64)));
  }

  private AuditCheck.Finding check(List<AuditEntry> entries, AuditCheck.Noted noted) {
    return check(head, entries, noted);
  }

  private static AuditCheck.Finding check(
      AuditHead head, List<AuditEntry> entries, AuditCheck.Noted noted) {
    var check = new AuditCheck(head, noted);
    entries.forEach(check::take);
    return check.finding();
  }

  private List<AuditEntry> entries(int many) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, many)
            .mapToObj(i -> head.add(entry(i, new Who("ada", ""), "did", "" + i)))
            .toList());
  }

  private static AuditEntry entry(long number, Who who, String action, String target) {
    return new AuditEntry(number, EIGHT, who, action, target);
  }
}
