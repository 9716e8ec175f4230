package plimsoll.delivery.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which earlier deployments of one service had a commit taken back. It is led through them in the
 * order of time.
 *
 * <p>A revert of a revert brings the change again and takes nothing from users, so it marks
 * nothing; a revert of that takes it away again. What is taken back in the deployment that brought
 * it never reached anybody.
 */
final class Reverts {
  private final Map<String, Deployment> broughtBy = new HashMap<>();
  private final Map<String, String> takesBack;

  /**
   * @param earlier what commits take back that were brought before, by the commits
   */
  Reverts(Map<String, String> earlier) {
    takesBack = new HashMap<>(earlier);
  }

  /** Those whose commits the next deployment takes back. */
  Set<Deployment> in(Deployment deployment, List<LeadTime> brought) {
    var undone = new HashMap<String, String>();
    for (var lead : brought) {
      broughtBy.putIfAbsent(lead.commit(), deployment);
      if (lead.reverts() != null) {
        takesBack.putIfAbsent(lead.commit(), lead.reverts());
        undone.putIfAbsent(lead.reverts(), lead.commit());
      }
    }
    var reverted = new LinkedHashSet<Deployment>();
    for (var lead : brought) {
      var earlier = broughtBy.get(lead.reverts());
      boolean takes = odd(lead.commit(), takesBack) && !odd(lead.commit(), undone);
      if (earlier != null && earlier != deployment && takes) {
        reverted.add(earlier);
      }
    }
    return reverted;
  }

  /** True when a chain has an odd number of links; a ring ends where it began. */
  private static boolean odd(String commit, Map<String, String> links) {
    var seen = new HashSet<String>();
    for (var at = commit; links.get(at) != null && seen.add(at); ) {
      at = links.get(at);
    }
    return seen.size() % 2 == 1;
  }
}
