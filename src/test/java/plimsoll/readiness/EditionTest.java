package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.statistics.Chance;

class EditionTest {

  /** Written down from the code before there was another edition. */
  @Test
  void the2026Dot1EditionGivesWhatItAlwaysGave() throws Exception {
    var one = world(1);
    assertEquals(
        "START_WITH_DEVOPS 0.6855", one.verdict().kind() + " " + one.verdict().probability());
    assertEquals("e8bc1f0a135730c49cdaff29888d69c0f8325bcb629e25bb5a5f22578b3d708c", digest());
  }

  @Test
  void editionsSayInWordsInWhatTheyDiffer() {
    var differences = Edition.of("2026.2").unlike(Edition.of("2026.1"));
    assertEquals(1, differences.size());
    assertEquals("The method's own error", differences.get(0).what());
    assertEquals("10 points in every organisation", differences.get(0).before());
    assertEquals(
        "10 points to start from, worth 4 gaps, then learned from how far people and records lie"
            + " apart here",
        differences.get(0).after());
    assertEquals(List.of(), Edition.CURRENT.unlike(Edition.CURRENT));
  }

  @Test
  void theNewestEditionIsTheCurrentOne() {
    assertEquals(List.of(), Edition.CURRENT.newer());
    assertEquals(List.of(Edition.CURRENT), Edition.of("2026.1").newer());
  }

  private static String digest() throws Exception {
    var all = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 20; i++) all.update(numbers(world(i)).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(all.digest());
  }

  private static Readiness world(int i) {
    var world = new World(Chance.of(i, "golden"), 3 + i % 5, World.Kind.HARD, i % 3 * 8);
    var cases = world.wave();
    cases.edition = Edition.of("2026.1");
    return cases.assess();
  }

  /** Every number that the method judges by, and no word of it. */
  private static String numbers(Readiness found) {
    var text = new StringBuilder();
    text.append(of(found.verdict())).append(of(found.criteria()));
    text.append(of(found.axes().devopsPractice())).append(of(found.axes().platformNeed()));
    for (var team : found.teams()) {
      text.append(team.team()).append(' ').append(of(team.verdict())).append(of(team.criteria()));
    }
    return text.toString();
  }

  private static String of(Verdict verdict) {
    var text = new StringBuilder();
    text.append(verdict.kind()).append(' ').append(verdict.leaning()).append(' ');
    text.append(verdict.probability()).append(' ').append(verdict.row()).append(' ');
    text.append(new TreeMap<Object, Object>(verdict.probabilities())).append(' ');
    text.append(verdict.robustness()).append('\n');
    for (var flip : verdict.flips()) {
      text.append(flip.input()).append(' ').append(flip.to()).append(' ').append(flip.becomes());
      text.append(' ').append(flip.standardErrors()).append('\n');
    }
    return text.toString();
  }

  private static String of(List<CriterionResult> criteria) {
    var text = new StringBuilder();
    for (var each : criteria) {
      text.append(each.criterion()).append(' ').append(of(each.said())).append(of(each.recorded()));
      text.append(of(each.joined())).append(each.probabilityMet()).append(' ');
      text.append(each.disagrees()).append('\n');
    }
    return text.toString();
  }

  private static String of(Published score) {
    return score.shown()
        ? score.value() + " " + score.low() + "–" + score.high() + ' ' + score.people() + "; "
        : score.withheld() + "; ";
  }
}
