package plimsoll.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;

/**
 * A platform as a product; all of it may be shown.
 *
 * @param name what people call it
 * @param parts the seven of the index, in the order of {@link Measure}, those that are missing too
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
   * @param needs what the survey says as need, as it may be shown, by what it measures; what stands
   *     not in it was not asked
   */
  public static Product of(
      String name, Map<Measure, Published> needs, Evidence evidence, Voices voices) {
    var parts = Stream.of(Measure.values()).map(one -> part(one, needs, evidence)).toList();
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

  private static Part part(Measure measure, Map<Measure, Published> needs, Evidence evidence) {
    if (measure.source() != Measure.Source.PEOPLE) return evidence.part(measure);
    var need = needs.getOrDefault(measure, Published.withheld(Withholding.NO_EVIDENCE));
    return Part.said(measure, measure.good() ? Voices.turned(need) : need);
  }
}
