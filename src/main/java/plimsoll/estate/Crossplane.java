package plimsoll.estate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import plimsoll.estate.PlatformView.Copy;
import plimsoll.estate.PlatformView.OfComposition;
import plimsoll.estate.PlatformView.OfDefinition;
import plimsoll.pattern.Outline;
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.copy.Differing;
import plimsoll.pattern.copy.Imprint;

/** What can be asked of a platform by Crossplane, and how it is made. */
@ApplicationScoped
@Transactional
public class Crossplane {
  /** With more the pairs are too many for a page. */
  private static final int COMPARED = 500;

  private static final int SHOWN = 100;

  @Inject TrackedObjects objects;

  List<OfDefinition> definitions() {
    return there(Part.DEFINITION).stream()
        .map(
            one -> {
              var facts = one.facts(Definition.class);
              return new OfDefinition(
                  one.origin(), facts.kind(), facts.claim(), facts.scope(), facts.versions());
            })
        .toList();
  }

  List<OfComposition> compositions() {
    return there(Part.COMPOSITION).stream()
        .map(
            one -> {
              var facts = one.facts(Composed.class);
              return new OfComposition(
                  one.origin(),
                  one.name(),
                  facts.type(),
                  facts.mode(),
                  facts.functions(),
                  facts.resources());
            })
        .toList();
  }

  /** Those that are nearly the same; one and the same in several clusters is none. */
  List<Copy> copies() {
    var byName = new TreeMap<String, Outline>();
    there(Part.COMPOSITION).forEach(one -> byName.putIfAbsent(one.name(), outline(one)));
    var all = byName.values().stream().limit(COMPARED).toList();
    var imprints = all.stream().map(Imprint::of).toList();
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        double similarity = imprints.get(i).similarity(imprints.get(j));
        if (Copies.copy(similarity)) pairs.add(new Pair(all.get(i), all.get(j), similarity));
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparing(Pair::similarity).reversed())
        .limit(SHOWN)
        .map(Pair::told)
        .toList();
  }

  private record Pair(Outline one, Outline other, double similarity) {
    Copy told() {
      return new Copy(
          one.path(), other.path(), similarity, Differing.between(one.lines(), other.lines()));
    }
  }

  private static Outline outline(Tracked composition) {
    return new Outline(
        composition.name(), "composition", composition.facts(Composed.class).lines(), List.of());
  }

  /** Composite resources of no namespace that somebody made without a claim. */
  int unclaimed() {
    return (int)
        Tracked.once(there(Part.COMPOSITE)).stream()
            .filter(one -> one.namespace().isEmpty())
            .map(one -> one.facts(Requested.class))
            .filter(facts -> facts.claim() == null && facts.madeBy() == null)
            .count();
  }

  private List<Tracked> there(Part part) {
    return objects.all(part).stream()
        .filter(one -> one.goneAt() == null)
        .sorted(Comparator.comparing(Tracked::origin).thenComparing(Tracked::place))
        .toList();
  }
}
