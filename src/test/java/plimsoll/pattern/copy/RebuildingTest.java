package plimsoll.pattern.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Slot;
import plimsoll.pattern.copy.Rebuilding.Used;

/** The same thing, built by several teams. */
class RebuildingTest {
  private final List<Used> services = new ArrayList<>();

  /**
   * @param source null for the team's own
   */
  private RebuildingTest fills(String team, Slot slot, String source) {
    var filled = new Implementation(slot, source, new Evidence("file", 1, "uses"));
    services.add(new Used(team + services.size(), team, List.of(filled)));
    return this;
  }

  private Rebuilding found() {
    return Rebuilding.of(services);
  }

  @Test
  void threeTeamsWithTheirOwnHaveRebuiltAllOfIt() {
    fills("a", Slot.DEPLOY, null).fills("b", Slot.DEPLOY, null).fills("c", Slot.DEPLOY, null);
    assertEquals(1, found().index());
    assertEquals(List.of("a", "b", "c"), found().slots().get(0).own());
  }

  @Test
  void whatAllTakeByReferenceIsOneImplementation() {
    fills("a", Slot.DEPLOY, "acme/deploy")
        .fills("b", Slot.DEPLOY, "acme/deploy")
        .fills("c", Slot.DEPLOY, "acme/deploy");
    assertEquals(0, found().index());
    assertEquals(List.of("a", "b", "c"), found().slots().get(0).shared().get("acme/deploy"));
  }

  /** Five teams: three share, two have their own: I = 3, (3 − 1) / (5 − 1). */
  @Test
  void theIndexIsTheMeanOverSlotsThatThreeTeamsFill() {
    for (var team : List.of("a", "b", "c")) fills(team, Slot.DEPLOY, "acme/deploy");
    fills("d", Slot.DEPLOY, null).fills("e", Slot.DEPLOY, null);
    assertEquals(0.5, found().index());
    for (var team : List.of("a", "b", "c")) fills(team, Slot.SCAN, null);
    assertEquals(0.75, found().index());
    fills("a", Slot.TLS, null).fills("b", Slot.TLS, null);
    assertEquals(0.75, found().index(), "two teams tell nothing of sharing");
    assertNull(found().slots().get(2).index());
  }

  @Test
  void aTeamCountsWithWhatMostOfItsServicesUse() {
    fills("a", Slot.DEPLOY, "acme/deploy").fills("a", Slot.DEPLOY, "acme/deploy");
    fills("a", Slot.DEPLOY, null);
    fills("b", Slot.DEPLOY, "acme/deploy").fills("b", Slot.DEPLOY, null);
    fills("c", Slot.DEPLOY, null);
    assertEquals(List.of("c"), found().slots().get(0).own());
    assertEquals(2, found().slots().get(0).implementations());
    assertEquals(0.5, found().index());
  }

  /** A source that nobody else uses is as good as an own one. */
  @Test
  void eachTeamsPartIsWhatItHasForItself() {
    fills("a", Slot.DEPLOY, "acme/deploy").fills("a", Slot.DEPLOY, null);
    fills("b", Slot.DEPLOY, "acme/deploy");
    fills("c", Slot.DEPLOY, "c/deploy");
    var teams = found().teams();
    assertEquals(2, teams.get(0).fillings());
    assertEquals(1, teams.get(0).rebuilt());
    assertEquals(0, teams.get(1).rebuilt());
    assertEquals(1, teams.get(2).rebuilt());
  }

  @Test
  void nothingFilledIsNothingKnown() {
    assertNull(found().index());
    assertEquals(List.of(), found().teams());
  }
}
