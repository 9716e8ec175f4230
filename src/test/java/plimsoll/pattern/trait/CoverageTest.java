package plimsoll.pattern.trait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Trait;
import plimsoll.pattern.trait.Coverage.Known;

/** Which services have what a production-grade workload should have. */
class CoverageTest {
  private final List<Known> services = new ArrayList<>();

  /** In the order of the traits: y, n, ? or - for what does not apply. */
  private CoverageTest service(String team, String answers) {
    var known = new EnumMap<Trait, Answer>(Trait.class);
    for (int i = 0; i < answers.length(); i++) {
      var answer =
          switch (answers.charAt(i)) {
            case 'y' -> Answer.YES;
            case 'n' -> Answer.NO;
            case '-' -> Answer.NOT_APPLICABLE;
            default -> Answer.UNKNOWN;
          };
      known.put(Trait.values()[i], answer);
    }
    services.add(new Known(team + services.size(), team, known));
    return this;
  }

  private Coverage found() {
    return Coverage.of(services);
  }

  @Test
  void theScoreIsOfWhatIsKnownAndApplies() {
    service("a", "yyyn??yn---n");
    assertEquals(4 / 7.0, found().matrix().get(0).score(), 1e-15);
    assertEquals(4 / 7.0, found().score(), 1e-15);
  }

  @Test
  void goldTakesAllFourThatApply() {
    service("a", "yyyy").service("a", "yyy-").service("a", "yyyn").service("a", "yyy?");
    service("a", "n??-").service("a", "----");
    assertEquals(
        List.of(
            Answer.YES, Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.NO, Answer.NOT_APPLICABLE),
        found().matrix().stream().map(Coverage.Row::gold).toList());
    assertEquals(0.5, found().gold().share());
    assertEquals(1, found().gold().unknown());
  }

  /** Wilson's interval of 2 of 7 is 0.0822 to 0.6411 (Newcombe 1998; design, 9.2). */
  @Test
  void aTeamsShareHasWilsonsInterval() {
    for (int i = 0; i < 7; i++) service("a", i < 2 ? "yyyy" : "yyyn");
    service("b", "yyyy").service("b", "???");
    var team = found().teams().get(0);
    assertEquals(2 / 7.0, team.gold().share(), 1e-15);
    assertEquals(.082219, team.gold().low(), 1e-6);
    assertEquals(.641066, team.gold().high(), 1e-6);
    assertEquals(1, found().teams().get(1).traits().get(Trait.LOGGING).share());
    assertEquals(1, found().teams().get(1).traits().get(Trait.LOGGING).unknown());
  }

  @Test
  void servicesWithoutAWorkloadAreCountedApart() {
    service("a", "").service("a", "y");
    assertEquals(1, found().services());
    assertEquals(1, found().unseen());
    assertEquals(11, unknown());
  }

  private long unknown() {
    return found().matrix().get(0).answers().values().stream()
        .filter(answer -> answer == Answer.UNKNOWN)
        .count();
  }

  @Test
  void nothingSeenHasNoScore() {
    assertNull(found().score());
    assertNull(found().gold().share());
  }
}
