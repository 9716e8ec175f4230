package plimsoll.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Waves;

/**
 * What may be shown of eight waves, one after the other, of teams of 3 to 12 people in five levels,
 * of which 5 % leave, 5 % join and 2 % change teams from each to the next.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GateBench {
  private static final int WAVES = 8;
  private static final int CHILDREN = 5;
  private static final int MINIMUM_GROUP = 5;

  @Param({"100", "300", "1000"})
  public int teams;

  private final List<Wave> waves = new ArrayList<>();

  private record Wave(Node tree, Map<String, Set<String>> people) {}

  @Setup
  public void make() {
    var chance = new Random(20261123);
    var rosters = new ArrayList<Set<String>>();
    int known = 0;
    for (int t = 0; t < teams; t++) {
      rosters.add(new TreeSet<>());
      for (int i = 3 + chance.nextInt(10); i > 0; i--) rosters.get(t).add("p" + known++);
    }
    for (int wave = 0; wave < WAVES; wave++) {
      waves.add(wave(rosters));
      known = change(rosters, known, chance);
    }
  }

  private int change(List<Set<String>> rosters, int known, Random chance) {
    int next = known;
    for (var roster : List.copyOf(rosters)) {
      for (String person : List.copyOf(roster)) {
        double fate = chance.nextDouble();
        if (fate >= 0.12) continue;
        if (fate < 0.07) roster.remove(person);
        if (fate >= 0.05 && fate < 0.07) rosters.get(chance.nextInt(teams)).add(person);
        if (fate >= 0.07) rosters.get(chance.nextInt(teams)).add("p" + next++);
      }
    }
    return next;
  }

  /** Below the organisation three levels of groups, of about five each. */
  private static Wave wave(List<Set<String>> rosters) {
    var people = new HashMap<String, Set<String>>();
    List<Node> level = new ArrayList<>();
    for (int t = 0; t < rosters.size(); t++) {
      level.add(Node.leaf("t" + t, rosters.get(t).size()));
      people.put("t" + t, Set.copyOf(rosters.get(t)));
    }
    for (int depth = 3; depth > 0; depth--) level = above("g" + depth + "-", level, people);
    return new Wave(Node.of("", level), people);
  }

  private static List<Node> above(String id, List<Node> level, Map<String, Set<String>> people) {
    var above = new ArrayList<Node>();
    for (int i = 0; i < level.size(); i += CHILDREN) {
      var node = Node.of(id + i, level.subList(i, Math.min(level.size(), i + CHILDREN)));
      var all = new HashSet<String>();
      node.children().forEach(child -> all.addAll(people.get(child.id())));
      people.put(node.id(), all);
      above.add(node);
    }
    return above;
  }

  @Benchmark
  public int ours() {
    var published = new HashSet<Set<String>>();
    int shown = 0;
    for (var wave : waves) {
      var withheld = Gate.withheld(wave.tree, MINIMUM_GROUP, Set.of());
      var candidates = new ArrayList<Waves.Candidate>();
      var nodes = wave.tree.deepestFirst();
      for (int i = nodes.size() - 2; i >= 0; i--) {
        String id = nodes.get(i).id();
        if (withheld.containsKey(id)) continue;
        candidates.add(new Waves.Candidate(id, wave.people.get(id)));
      }
      candidates.sort(
          java.util.Comparator.comparing((Waves.Candidate each) -> each.id().startsWith("t"))
              .thenComparing(each -> -each.people().size()));
      var since = Waves.withheld(published, candidates);
      for (var each : candidates) {
        if (since.containsKey(each.id())) continue;
        published.add(each.people());
        shown++;
      }
    }
    return shown;
  }
}
