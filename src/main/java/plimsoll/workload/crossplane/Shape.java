package plimsoll.workload.crossplane;

import java.util.List;
import plimsoll.document.Node;

/** What an object is to Crossplane by what only such objects say, where no definition is known. */
public enum Shape {
  CLAIM,
  COMPOSITE,
  MANAGED,
  NONE;

  private static final List<String> COMPOSITE_ONLY =
      List.of("claimRef", "resourceRefs", "crossplane");

  /** What only claims and composite resources say in their specification. */
  private static final List<String> COMPOSING =
      List.of(
          "compositionRef",
          "compositionSelector",
          "compositionRevisionRef",
          "compositionRevisionSelector",
          "compositionUpdatePolicy",
          "compositeDeletePolicy");

  public static Shape of(Node object) {
    var spec = object.at("spec");
    if (spec.at("forProvider").isMap()) return MANAGED;
    if (says(spec, COMPOSITE_ONLY)) return COMPOSITE;
    if (!says(spec, COMPOSING)) return NONE;
    return claims(object, spec) ? CLAIM : COMPOSITE;
  }

  private static boolean says(Node spec, List<String> names) {
    return names.stream().anyMatch(name -> spec.at(name).isThere());
  }

  /** Of version 1, where claims alone lie in a namespace and only they name one resource. */
  private static boolean claims(Node object, Node spec) {
    return spec.at("resourceRef").isThere() || !object.at("metadata", "namespace").text().isEmpty();
  }
}
