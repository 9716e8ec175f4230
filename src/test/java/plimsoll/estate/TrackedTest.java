package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plimsoll.estate.Objects.NOW;
import static plimsoll.estate.Objects.object;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackedTest {

  @Test
  void oneObjectOfTwoSystemsIsOneAndAsItIsSeenWhereItStillIs() {
    var gone = tracked("argocd:old", "u-1", NOW);
    gone.goneSince(NOW);
    var there = tracked("cluster:new", "u-1", NOW.minusSeconds(60));
    var other = tracked("cluster:new", "u-2", NOW.minusSeconds(60));
    for (var all : List.of(List.of(gone, there, other), List.of(other, there, gone))) {
      assertEquals(
          List.of("cluster:new", "cluster:new"),
          Tracked.once(all).stream().map(Tracked::origin).toList());
    }
  }

  @Test
  void oneThatIsGoneEverywhereIsAsItWasToldLast() {
    var first = tracked("cluster:a", "u-1", NOW.minusSeconds(60));
    var last = tracked("cluster:b", "u-1", NOW);
    first.goneSince(NOW);
    last.goneSince(NOW);
    assertEquals(List.of(last), Tracked.once(List.of(first, last)));
  }

  @Test
  void whatHasNoIdIsNeverTakenForAnother() {
    var one = tracked("cluster:a", "", NOW);
    var other = tracked("cluster:b", "", NOW);
    assertEquals(2, Tracked.once(List.of(one, other)).size());
  }

  private static Tracked tracked(String origin, String uid, Instant at) {
    var yaml =
        "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, uid: '%s'}\n";
    return new Tracked(origin, Part.APPLICATION, object(yaml.formatted(uid)), at);
  }
}
