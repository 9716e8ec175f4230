package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Trait;
import plimsoll.pattern.trait.Coverage;
import plimsoll.pattern.trait.Coverage.Known;

class TraitMatrixTest {
  private static final PatternLinks LINKS = new PatternLinks("/p");
  private static final Coverage SOME =
      Coverage.of(
          List.of(
              new Known("cart", "b", Map.of(Trait.TLS, Answer.YES)),
              new Known("till", "a", Map.of(Trait.TLS, Answer.NO, Trait.LOGGING, Answer.YES)),
              new Known("job/night", "a", Map.of(Trait.TLS, Answer.NOT_APPLICABLE))));

  @Test
  void everyAnswerHasASignAWordAndALine() {
    var row = matrix(null, null, null, "cart", null, 1).rows().get(0);
    assertEquals(
        new TraitMatrix.Cell("✓", "yes", "yes", "/workloads/cart#traits"), row.cells().get(2));
    assertEquals("? unknown", row.cells().get(0).sign() + " " + row.cells().get(0).word());
    assertEquals("1 of 1", row.score());
  }

  @Test
  void onlyWhatIsAskedForIsShown() {
    assertEquals(List.of("job/night", "till"), services("a", null, null, null, null));
    assertEquals(List.of("till"), services(null, "tls", "no", null, null));
    assertEquals(List.of("job/night"), services(null, "tls", "not-applicable", null, null));
    assertEquals(List.of("cart"), services(null, null, null, "CAR", null));
    assertEquals(List.of(), services("nobody", null, null, null, null));
    assertEquals(3, services(" ", "nonsense", "nonsense", "", "nonsense").size());
  }

  @Test
  void whatIsMissingStandsFirst() {
    assertEquals(List.of("till", "cart", "job/night"), services(null, null, null, null, "tls"));
    assertEquals(List.of("cart", "job/night", "till"), services(null, null, null, null, "service"));
    assertEquals(List.of("till", "cart", "job/night"), services(null, null, null, null, "share"));
  }

  @Test
  void tenThousandServicesComeInPages() {
    var many = new ArrayList<Known>();
    for (int i = 0; i < 10_000; i++) {
      many.add(new Known("s%05d".formatted(i), "t" + i % 300, Map.of(Trait.TLS, Answer.YES)));
    }
    var asked = TraitMatrix.Asked.of(null, null, null, null, "service");
    var last = TraitMatrix.of(Coverage.of(many), Map.of(), LINKS, asked, 1_000);
    assertEquals(100, last.pages());
    assertEquals(100, last.page());
    assertEquals("s09999", last.rows().get(99).service());
    assertEquals(1, TraitMatrix.of(Coverage.of(many), Map.of(), LINKS, asked, -5).page());
  }

  private static List<String> services(
      String team, String trait, String answer, String with, String sort) {
    return matrix(team, trait, answer, with, sort, 1).rows().stream()
        .map(TraitMatrix.Row::service)
        .toList();
  }

  private static TraitMatrix matrix(
      String team, String trait, String answer, String with, String sort, int page) {
    var asked = TraitMatrix.Asked.of(team, trait, answer, with, sort);
    return TraitMatrix.of(SOME, Map.of("a", "Alpha", "b", "Beta"), LINKS, asked, page);
  }
}
