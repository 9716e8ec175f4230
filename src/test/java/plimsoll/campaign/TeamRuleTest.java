package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.catalog.TeamView;

class TeamRuleTest {
  private static final List<TeamView> TEAMS =
      List.of(
          team("payments-card", "Cards", "payments"),
          team("payments-bank", "Banks", "europe"),
          team("search", "Search.Core", "search-area"),
          team("alone", "Alone", null));
  private static final List<TeamView> GROUPS =
      List.of(team("payments", "Payments", "all"), team("europe", "Europe", "payments"));

  @Test
  void aGroupMeansAllTeamsBelowItAtAnyDepth() {
    assertEquals(
        List.of("payments-card", "payments-bank"), of(new TeamRule("payments", null, null)));
    assertEquals(List.of("payments-bank"), of(new TeamRule("europe", null, null)));
    assertEquals(List.of("alone"), of(new TeamRule("alone", null, null)));
  }

  @Test
  void aNameMayStandForMany() {
    assertEquals(
        List.of("payments-card", "payments-bank"), of(new TeamRule(null, "Payments-*", null)));
    assertEquals(List.of("search"), of(new TeamRule(null, "search.core", null)));
    assertEquals(List.of(), of(new TeamRule(null, "searchxcore", null)));
    assertEquals(4, of(new TeamRule(null, null, true)).size());
  }

  @Test
  void aCircleInTheCatalogEnds() {
    var circle = List.of(team("one", "One", "two"), team("two", "Two", "one"));
    assertEquals(List.of(), new TeamRule("none", null, null).of(circle, List.of()));
  }

  @Test
  void oneOfTheThreeMustBeGiven() {
    assertEquals(1, new TeamRule(null, null, null).faults().size());
    assertEquals(1, new TeamRule("a", "b", null).faults().size());
    assertEquals(1, new TeamRule(null, null, false).faults().size());
    assertEquals(0, new TeamRule(null, "b", null).faults().size());
  }

  private static List<String> of(TeamRule rule) {
    return rule.of(TEAMS, GROUPS);
  }

  private static TeamView team(String key, String name, String parent) {
    return new TeamView(key, name, parent, "team", 5, List.of());
  }
}
