package plimsoll.estate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plimsoll.estate.PlatformView.Copy;
import plimsoll.estate.PlatformView.OfComposition;
import plimsoll.estate.PlatformView.OfDefinition;
import plimsoll.pattern.Outline;
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.copy.Imprint;

/** What can be asked of a platform by Crossplane, and how it is made. */
@ApplicationScoped
@Transactional
public class Crossplane {
  /** With more the pairs are too many for a page. */
  private static final int COMPARED = 500;

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
    var all =
        there(Part.COMPOSITION).stream()
            .filter(one -> !one.facts(Composed.class).lines().isEmpty())
            .collect(
                java.util.stream.Collectors.toMap(
                    Tracked::name,
                    Crossplane::imprint,
                    (one, other) -> one,
                    java.util.TreeMap::new))
            .entrySet()
            .stream()
            .limit(COMPARED)
            .toList();
    var copies = new ArrayList<Copy>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        double similarity = all.get(i).getValue().similarity(all.get(j).getValue());
        if (similarity >= Copies.COPY) {
          copies.add(new Copy(all.get(i).getKey(), all.get(j).getKey(), similarity));
        }
      }
    }
    copies.sort(Comparator.comparing(Copy::similarity).reversed().thenComparing(Copy::one));
    return copies;
  }

  /** Composite resources of no namespace that somebody made without a claim. */
  int unclaimed() {
    return (int)
        there(Part.COMPOSITE).stream()
            .filter(one -> one.namespace().isEmpty())
            .map(one -> one.facts(Requested.class))
            .filter(facts -> facts.claim() == null && facts.madeBy() == null)
            .count();
  }

  private static Imprint imprint(Tracked composition) {
    var lines = composition.facts(Composed.class).lines();
    return Imprint.of(new Outline(composition.name(), "composition", lines, List.of()));
  }

  private List<Tracked> there(Part part) {
    return objects.all(part).stream()
        .filter(one -> one.goneAt() == null)
        .sorted(Comparator.comparing(Tracked::origin).thenComparing(Tracked::place))
        .toList();
  }
}
