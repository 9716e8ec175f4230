package plimsoll.pattern.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Outline;

/** Files that teams copied from each other. */
class CopiesTest {

  /** Twenty lines have 18 windows; one line changed in the middle spoils three: 15 of 21. */
  @Test
  void aChangedLineSpoilsThreeWindows() {
    var one = Imprint.of(Files.pipeline("a", Files.lines(20)));
    var other = Imprint.of(Files.pipeline("b", Files.lines(20, 10)));
    assertEquals(18, one.windows().length);
    assertEquals(15 / 21.0, one.similarity(other), 1e-15);
    assertEquals(1, one.similarity(one));
  }

  /** At the first line one window alone is spoilt: 17 of 19. */
  @Test
  void aPairIsACopyFromFourFifthsOn() {
    assertEquals(2, copied(Files.lines(20), Files.lines(20, 1)));
    assertEquals(0, copied(Files.lines(20), Files.lines(20, 10)));
    // 27 windows of 29 lines, three of them spoilt: 24 of 30 is four fifths exactly.
    assertEquals(2, copied(Files.lines(29), Files.lines(29, 10)));
    assertEquals(0, copied(Files.lines(28), Files.lines(28, 10)));
  }

  private static int copied(String[] one, String[] other) {
    return Copies.of(List.of(Files.of("a", "x", one), Files.of("b", "y", other))).copiedFiles();
  }

  @Test
  void aTeamMayCopyFromItself() {
    var same = List.of(Files.of("a", "x", Files.lines(9)), Files.of("a", "y", Files.lines(9)));
    assertEquals(0, Copies.of(same).copiedFiles());
  }

  @Test
  void whoRefersToTheSameSourceDoesNotCopy() {
    var reuse =
        List.of(
            Files.referring("a", "x", "acme/deploy", Files.lines(9)),
            Files.referring("b", "y", "acme/deploy", Files.lines(9)));
    assertEquals(0, Copies.of(reuse).copiedFiles());
    var apart =
        List.of(
            Files.referring("a", "x", "acme/deploy", Files.lines(9)),
            Files.referring("b", "y", "other/deploy", Files.lines(9)));
    assertEquals(2, Copies.of(apart).copiedFiles());
  }

  @Test
  void filesOfAnotherPartAreNotCompared() {
    var manifest = new Outline("m", "manifest", List.of(Files.lines(9)), List.of());
    assertEquals(
        0,
        Copies.of(List.of(Files.of("a", "x", Files.lines(9)), Files.of("b", "y", manifest)))
            .copiedFiles());
  }

  @Test
  void whatIsShorterThanAWindowIsNotCompared() {
    var copies =
        Copies.of(List.of(Files.of("a", "x", "p=1", "q=1"), Files.of("b", "y", "p=1", "q=1")));
    assertEquals(0, copies.files());
    assertNull(copies.share());
  }

  /** Files of 10, 10 and 30 lines, the first two alike: 20 of 50 lines lie in copies. */
  @Test
  void theShareIsOfLines() {
    var copies =
        Copies.of(
            List.of(
                Files.of("a", "x", Files.lines(10)),
                Files.of("b", "y", Files.lines(10)),
                Files.of("b", "z", different(30))));
    assertEquals(0.4, copies.share());
    assertEquals(1, copies.spare());
    assertEquals(List.of("a", "b"), copies.teams().stream().map(t -> t.team()).toList());
    assertEquals(1, copies.teams().get(0).share());
    assertEquals(0.25, copies.teams().get(1).share());
  }

  private static String[] different(int lines) {
    return IntStream.range(0, lines).mapToObj(i -> "other" + i).toArray(String[]::new);
  }

  /** Of 40 lines, each changed at another end, the outer two hang together by the middle one. */
  @Test
  void copiesOfCopiesAreOneGroup() {
    var copies =
        Copies.of(
            List.of(
                Files.of("a", "x", Files.lines(40, 1, 10)),
                Files.of("b", "y", Files.lines(40)),
                Files.of("c", "z", Files.lines(40, 30, 40))));
    assertEquals(1, copies.groups().size());
    var group = copies.groups().get(0);
    assertEquals(List.of("x", "y", "z"), group.files().stream().map(f -> f.service()).toList());
    assertEquals(3, group.teams());
    assertEquals(2, group.spare());
    assertEquals(120, group.lines());
    assertEquals(34 / 42.0, group.similarity(), 1e-15);
  }

  /** The second file of team a is like that of team b too, so all three are. */
  @Test
  void originalsCountAsTheirCopiesDo() {
    var copies =
        Copies.of(
            List.of(
                Files.of("a", "w", Files.lines(9)),
                Files.of("a", "x", Files.lines(9)),
                Files.of("b", "y", Files.lines(9))));
    assertEquals(3, copies.copiedFiles());
    assertEquals(2, copies.spare());
  }

  @Test
  void whatDiffersBetweenTwoIsTold() {
    var outlines =
        List.of(
            Files.pipeline("x.yml", Files.lines(20)), Files.pipeline("y.yml", Files.lines(20, 1)));
    var copies =
        Copies.of(
            List.of(Files.of("a", "x", outlines.get(0)), Files.of("b", "y", outlines.get(1))),
            (service, path) -> outlines.get(service.equals("x") ? 0 : 1));
    var differing = copies.groups().get(0).differing();
    assertEquals(List.of("p1=v"), differing.one());
    assertEquals(List.of("p1=changed"), differing.other());
    assertEquals(0, differing.more());
  }

  @Test
  void linesThatMovedDifferAsFewAsCanBe() {
    var differing =
        Differing.between(List.of("a", "b", "c", "d", "e"), List.of("a", "c", "d", "b", "f", "e"));
    assertEquals(List.of("b"), differing.one());
    assertEquals(List.of("b", "f"), differing.other());
    var long_ = Differing.between(List.of("x"), List.of(different(30)));
    assertEquals(20, long_.other().size());
    assertEquals(10, long_.more());
  }

  /** Most lines to spare first. */
  @Test
  void whatWouldSaveMostComesFirst() {
    var copies =
        Copies.of(
            Stream.of("a", "b", "c")
                .flatMap(
                    team ->
                        Stream.of(
                            Files.of(team, team + "-short", Files.lines(5)),
                            Files.of(team, team + "-long", different(50))))
                .toList());
    assertEquals(2, copies.groupsFound());
    assertEquals(50, copies.groups().get(0).one().lines());
    assertTrue(copies.groups().get(0).differing() == null);
  }

  /**
   * Three services of two teams have one pipeline, two of these a chart too; two others have
   * another pipeline. One of the team alone has a file of its own.
   */
  @Test
  void servicesWithTheSameFileMightShareAPath() {
    var chart = new Outline("chart", "chart", List.of(different(12)), List.of());
    var copies =
        Copies.of(
            List.of(
                Files.of("a", "x", Files.lines(9)),
                Files.of("b", "y", Files.lines(9)),
                Files.of("b", "z", Files.lines(9)),
                Files.of("a", "x", chart),
                Files.of("b", "y", chart),
                Files.of("c", "v", Files.lines(9, 1, 3, 5, 7, 9)),
                Files.of("d", "w", Files.lines(9, 1, 3, 5, 7, 9))));
    assertEquals(2, copies.paths().size());
    var path = copies.paths().get(0);
    assertEquals(List.of("x", "y", "z"), path.services().stream().map(o -> o.service()).toList());
    assertEquals(2, path.teams());
    assertEquals(3, path.spare(), "two pipelines and a chart");
    assertEquals(2 * 9 + 12, path.lines());
    assertEquals(List.of("chart", "pipeline"), path.parts());
    assertEquals(1, copies.paths().get(1).spare());
    assertEquals(3, CommonPath.spare(copies.groups(), Set.of("x", "y", "z")));
    assertEquals(0, CommonPath.spare(copies.groups(), Set.of("y", "z")), "both are of one team");
  }
}
