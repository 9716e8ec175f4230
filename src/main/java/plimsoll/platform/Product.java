package plimsoll.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A platform as a product; all of it may be shown.
 *
 * @param name what people call it
 * @param parts the seven of the index, in the order of {@link Facet}, those that are missing too
 * @param index null where fewer than five of the parts weigh
 * @param practice what is known of product practice
 * @param substate how it is run; null when not known
 * @param voices what its users say
 */
public record Product(
    String name,
    List<Part> parts,
    Index index,
    Practice practice,
    Substate substate,
    Voices voices) {

  public Product {
    parts = List.copyOf(parts);
  }

  /**
   * @param said what people say, by what it measures; what stands not in it was not asked
   */
  public static Product of(String name, Map<Facet, Part> said, Evidence evidence, Voices voices) {
    var parts = Stream.of(Facet.values()).map(one -> part(one, said, evidence)).toList();
    var index = Index.of(parts);
    var substate = Substate.of(index, evidence.practice());
    return new Product(name, parts, index, evidence.practice(), substate, voices);
  }

  /** How many parts weigh. */
  public int known() {
    return (int) parts.stream().filter(Part::weighs).count();
  }

  /** Such as "3 of 7 parts of the index are known, 5 are needed". */
  public String progress() {
    return known()
        + " of "
        + parts.size()
        + " parts of the index are known, "
        + Index.NEEDED
        + " are needed";
  }

  private static Part part(Facet facet, Map<Facet, Part> said, Evidence evidence) {
    if (facet.source() != Facet.Source.PEOPLE) return evidence.part(facet);
    return said.getOrDefault(facet, Part.unknown(facet, facet.send()));
  }
}
