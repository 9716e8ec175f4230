package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order in which things can be done where some need others first. */
public final class Precedence {
  private Precedence() {}

  /**
   * The same things, each as far up as it stood, but none before what it needs. What needs itself
   * by way of others cannot be ordered, and stands last as it stood.
   *
   * @param needs keys of what must come first; those of nothing in the list count as done
   */
  public static <T> List<T> ordered(
      List<T> things, Function<T, String> key, Function<T, Set<String>> needs) {
    var waiting = new ArrayList<>(things);
    var ordered = new ArrayList<T>();
    while (!waiting.isEmpty()) {
      var open = waiting.stream().map(key).collect(Collectors.toSet());
      var next =
          waiting.stream()
              .filter(thing -> needs.apply(thing).stream().noneMatch(open::contains))
              .findFirst();
      if (next.isEmpty()) {
        ordered.addAll(waiting);
        break;
      }
      waiting.remove(next.get());
      ordered.add(next.get());
    }
    return List.copyOf(ordered);
  }

  /** The same for keys of initiatives. */
  public static <T> List<T> ordered(List<T> things, Function<T, String> key) {
    return ordered(things, key, thing -> needs(key.apply(thing)));
  }

  /** Keys of what must be done before the initiative of this key; empty for nothing. */
  static Set<String> needs(String key) {
    return InitiativeType.of(key)
        .flatMap(InitiativeType::requires)
        .map(type -> Set.of(type.key()))
        .orElse(Set.of());
  }
}
