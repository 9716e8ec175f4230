package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

class ScoringPropertiesTest {
  private static final Part EXI =
      Part.of(Cases.KEYING, 5).stream()
          .filter(p -> p.key().equals("EXI"))
          .findFirst()
          .orElseThrow();

  @Property
  void namesOfItemsDoNotCount(@ForAll @Size(3) List<@IntRange(min = 1, max = 5) Integer> answers) {
    var renamed = EXI.items().stream().map(i -> new Keyed("Z" + i.item(), i.reversed(), 1, 5));
    var part = new Part("Z", renamed.toList(), 5);
    assertEquals(EXI.score(sheet(EXI, answers)), part.score(sheet(part, answers)));
  }

  @Property
  void theOrderOfItemsDoesNotCount(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 5) Integer> answers) {
    var turned = new ArrayList<>(EXI.items());
    turned.add(turned.remove(0));
    assertEquals(
        EXI.score(sheet(EXI, answers)),
        new Part("EXI", turned, 5).score(sheet(EXI, answers)),
        1e-9);
  }

  @Property
  void whoHasNoBasisForAnythingChangesNothing(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 5) Integer> answers) {
    var sheets = new ArrayList<Sheet>();
    for (int a : answers) sheets.add(sheet(EXI, List.of(a, a, a)));
    var before = scores(sheets).team(0);
    sheets.add(new Sheet(new HashMap<>(), Set.of("L3", "L4", "L5")));
    assertEquals(before, scores(sheets).team(0));
  }

  private static Scores scores(List<Sheet> sheets) {
    var team = new Case.Team("a", "A", 20, Set.of(), List.copyOf(sheets));
    return new Scores(EXI, List.of(team));
  }

  private static Sheet sheet(Part part, List<Integer> answers) {
    var points = new HashMap<String, Integer>();
    for (int i = 0; i < answers.size(); i++) points.put(part.items().get(i).item(), answers.get(i));
    return new Sheet(points, Set.of());
  }
}
