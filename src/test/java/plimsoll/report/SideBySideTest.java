package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Outline;
import plimsoll.report.Settings.Setting;
import plimsoll.report.SideBySide.Kind;

class SideBySideTest {

  @Test
  void whatDiffersStandsBesideEachOther() {
    var both = SideBySide.of("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 9\nc: 3\nd: 4\n", true);
    assertEquals(
        List.of(Kind.SAME, Kind.CHANGED, Kind.SAME, Kind.ONLY_OTHER),
        both.rows().stream().map(SideBySide.Row::kind).toList());
    assertEquals("b: 2", both.rows().get(1).one());
    assertEquals("b: 9", both.rows().get(1).other());
    assertEquals(4, both.rows().get(3).otherNumber());
    assertEquals(
        List.of(2, 1, 0, 1),
        List.of(both.same(), both.changed(), both.onlyOne(), both.onlyOther()));
  }

  @Test
  void longRunsOfTheSameAreFoldedButCounted() {
    var text = lines(30);
    var both = SideBySide.of(text, text.replace("line 20\n", "line x\n"), false);
    assertEquals(
        List.of(16, 0, 0, 0, 0, 0, 0, 0, 7),
        both.rows().stream().map(SideBySide.Row::folded).toList());
    assertEquals(29, both.same());
    assertEquals(17, both.rows().get(1).number());
  }

  @Test
  void theSameIsOneFold() {
    var both = SideBySide.of(lines(5), lines(5), false);
    assertEquals(List.of(5), both.rows().stream().map(SideBySide.Row::folded).toList());
  }

  @Test
  void endsOfLinesAndSpacesAtTheirEndsDoNotDiffer() {
    assertEquals(2, SideBySide.of("a\r\nb  \r\n", "a\nb", true).same());
  }

  @Test
  void anEmptyFileHasNoLines() {
    var both = SideBySide.of("", "a\n", true);
    assertEquals(1, both.onlyOther());
    assertEquals(0, SideBySide.of("", "", true).rows().size());
  }

  @Test
  void noMoreIsListedThanAnybodyReads() {
    var both = SideBySide.of(lines(5_000), "", true);
    assertEquals(2_000, both.rows().size());
    assertEquals(3_000, both.more());
    assertEquals(5_000, both.onlyOne());
  }

  @Test
  void settingsDifferPlaceByPlace() {
    var settings =
        Settings.of(
            outline("kind=Deployment", "spec.replicas=2", "env=a", "env=b"),
            outline("kind=Deployment", "spec.replicas=3", "env=a", "tls=on"));
    assertEquals(
        List.of(
            new Setting("spec.replicas", "2", "3"),
            new Setting("env (2)", "b", null),
            new Setting("tls", null, "on")),
        settings.differing());
    assertEquals(2, settings.alike());
  }

  private static Outline outline(String... lines) {
    return new Outline("a.yaml", "manifest", List.of(lines), List.of());
  }

  private static String lines(int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }
}
