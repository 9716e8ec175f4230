package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.catalog.TeamView;
import plimsoll.readiness.Case.Group;

class HierarchyTest {

  /** As "key<parent", or "key" where there is none. */
  private static List<TeamView> views(String... texts) {
    return Stream.of(texts)
        .map(text -> text.split("<"))
        .map(
            names ->
                new TeamView(
                    names[0],
                    names[0].toUpperCase(),
                    names.length == 1 ? null : names[1],
                    null,
                    5,
                    List.of()))
        .toList();
  }

  private static List<String> groups(Hierarchy hierarchy) {
    return hierarchy.groups().stream()
        .map(group -> group.parent() == null ? group.key() : group.key() + "<" + group.parent())
        .toList();
  }

  @Test
  void parentsBecomeGroupsWithTheirNames() {
    var found = Hierarchy.of(views("a<shop", "b<shop", "c"), views("shop<firm", "firm", "idle"));
    assertEquals(
        List.of(new Group("firm", "FIRM", null), new Group("shop", "SHOP", "firm")),
        found.groups());
    assertEquals("shop", found.groupOf("a"));
    assertNull(found.groupOf("c"));
  }

  @Test
  void aParentThatDoesNotStandIsLeftOut() {
    var found = Hierarchy.of(views("a<gone", "b<shop"), views("shop<gone"));
    assertEquals(List.of("shop"), groups(found));
    assertNull(found.groupOf("a"));
  }

  @Test
  void aRingIsCutAboveItsFirst() {
    var others = views("x<y", "y<z", "z<x", "self<self");
    var found = Hierarchy.of(views("a<z", "b<y", "c<self", "d"), others);
    assertEquals(List.of("self", "x", "y<z", "z<x"), groups(found));
    assertEquals(found, Hierarchy.of(views("d", "c<self", "b<y", "a<z"), others));
  }

  @Test
  void aTeamThatHoldsTeamsIsAGroupAndStandsInIt() {
    var found = Hierarchy.of(views("lead<firm", "a<lead", "b"), views("firm"));
    assertEquals(List.of("firm", "lead<firm"), groups(found));
    assertEquals("lead", found.groupOf("lead"));
    assertEquals("lead", found.groupOf("a"));
  }

  @Test
  void aGroupOfEverybodyIsTheOrganisationByAnotherName() {
    var others = views("world", "firm<world", "shop<firm", "money<firm");
    var found = Hierarchy.of(views("a<shop", "b<money"), others);
    assertEquals(List.of("money", "shop"), groups(found));
    assertEquals("shop", found.groupOf("a"));
    var direct = Hierarchy.of(views("a<shop", "b<firm"), others);
    assertEquals(List.of("shop"), groups(direct));
    assertNull(direct.groupOf("b"));
  }

  @Test
  void theOnlyDepartmentIsKept() {
    assertEquals(List.of("shop"), groups(Hierarchy.of(views("a<shop", "b<shop"), views("shop"))));
  }

  @Test
  void withoutParentsThereIsNoGroup() {
    assertEquals(List.of(), groups(Hierarchy.of(views("a", "b"), List.of())));
  }
}
