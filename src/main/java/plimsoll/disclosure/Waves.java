package plimsoll.disclosure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides across readings and campaigns which nodes may be shown besides: with all that was ever
 * published, nothing may follow of one or two people alone (measurement 8.4, P4, for every
 * combination of scores and not only for a node against itself).
 */
public final class Waves {

  /**
   * Of so many people asked, a score rounded to 5 hides any single answer: it may be off by 2.5 for
   * each of them, which is more than the whole scale even where only two in three answered. Such
   * groups are not compared.
   */
  public static final int LARGE = 60;

  private Waves() {}

  /**
   * A node that could be shown.
   *
   * @param people ids of those asked in its teams in which anybody answered; empty when not known
   */
  public record Candidate(String id, Set<String> people) {}

  /**
   * Of the nodes that could be shown those that must not, each with the reason. They are admitted
   * one after the other, so earlier ones are rather shown than later ones. It looks at who was
   * asked and never at what anybody answered, so that what is withheld tells nothing of it.
   *
   * @param published ids of the people behind each score of any earlier reading
   * @param candidates the most important first
   */
  public static Map<String, Withholding> withheld(
      Collection<Set<String>> published, List<Candidate> candidates) {
    var before = Inference.from(compared(published));
    var withheld = new LinkedHashMap<String, Withholding>();
    for (var each : candidates) {
      if (changed(each, before, published)) withheld.put(each.id(), Withholding.ROSTER_CHANGED);
    }
    for (var each : candidates) {
      boolean open = compared(each.people()) && !withheld.containsKey(each.id());
      if (open && !before.admits(each.people())) {
        withheld.put(each.id(), Withholding.WOULD_REVEAL_ANOTHER);
      }
    }
    return withheld;
  }

  /** Unknown people may be nearly those of before. */
  private static boolean changed(
      Candidate candidate, Inference before, Collection<Set<String>> published) {
    if (candidate.people().isEmpty()) return !published.isEmpty();
    return compared(candidate.people()) && before.reveals(candidate.people());
  }

  /**
   * True when one or two people make the difference between these and any that scores were shown of
   * before, under whatever name.
   */
  public static boolean hardlyChanged(Set<String> now, Collection<Set<String>> published) {
    return published.stream().anyMatch(then -> hardlyChanged(now, then));
  }

  private static boolean hardlyChanged(Set<String> now, Set<String> then) {
    if (Math.abs(now.size() - then.size()) >= Inference.FEWEST) return false;
    long joined = now.stream().filter(each -> !then.contains(each)).count();
    long changed = 2 * joined + then.size() - now.size();
    return changed > 0 && changed < Inference.FEWEST;
  }

  /** Whether groups of these people are compared at all. */
  public static boolean compared(Set<String> people) {
    return !people.isEmpty() && people.size() < LARGE;
  }

  private static List<Set<String>> compared(Collection<Set<String>> published) {
    return published.stream().filter(Waves::compared).toList();
  }
}
