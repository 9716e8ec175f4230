package plimsoll.estate;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import plimsoll.workload.crossplane.Shape;

/** What an object is to the platform. */
enum Part {
  DEFINITION,
  COMPOSITION,
  CLAIM,
  COMPOSITE,
  MANAGED,
  APPLICATION,
  APPLICATION_SET,
  PROJECT;

  private static final String CROSSPLANE = "apiextensions.crossplane.io";
  private static final String ARGO = "argoproj.io";

  private static final Set<String> PACKAGES =
      Set.of("pkg.crossplane.io", "meta.pkg.crossplane.io", "protection.crossplane.io");

  /**
   * By its kind where a definition is known, and else by what only such objects say.
   *
   * @param definitions those that are known
   * @return null when it is nothing to the platform, or that can't be told
   */
  static Part of(ClusterObject object, Collection<Definition> definitions) {
    if (object.group().equals(CROSSPLANE)) {
      return switch (object.kind()) {
        case "CompositeResourceDefinition" -> DEFINITION;
        case "Composition" -> COMPOSITION;
        default -> null;
      };
    }
    if (object.group().equals(ARGO)) {
      return switch (object.kind()) {
        case "Application" -> APPLICATION;
        case "ApplicationSet" -> APPLICATION_SET;
        case "AppProject" -> PROJECT;
        default -> null;
      };
    }
    if (!object.group().contains(".") || PACKAGES.contains(object.group())) return null;
    return known(object.groupKind(), definitions, object);
  }

  private static Part known(String kind, Collection<Definition> definitions, ClusterObject object) {
    if (definitions.stream().anyMatch(one -> one.claimedAs(kind))) return CLAIM;
    if (definitions.stream().anyMatch(one -> one.kind().equals(kind))) return COMPOSITE;
    return byShape(object);
  }

  private static Part byShape(ClusterObject object) {
    return switch (Shape.of(object.node())) {
      case CLAIM -> CLAIM;
      case COMPOSITE -> COMPOSITE;
      case MANAGED -> MANAGED;
      case NONE -> null;
    };
  }

  /**
   * What is kept of an object of this part.
   *
   * @return null when it says too little to be kept
   */
  Object facts(ClusterObject object) {
    return switch (this) {
      case DEFINITION -> Definition.of(object);
      case COMPOSITION -> Composed.of(object);
      case CLAIM, COMPOSITE, MANAGED -> Requested.of(object);
      case APPLICATION -> Application.of(object);
      case APPLICATION_SET -> Generated.of(object);
      case PROJECT -> Map.of();
    };
  }

  /**
   * The same with what was known before and holds on.
   *
   * @param before without facts when it is seen for the first time
   */
  Object over(Object facts, ClusterObject object, Tracked before, Instant at) {
    boolean known = before.hasFacts();
    if (facts instanceof Application application) {
      var earlier = known ? before.facts(Application.class) : null;
      return application.seen(object, earlier, at);
    }
    return facts instanceof Requested requested && known
        ? requested.over(before.facts(Requested.class))
        : facts;
  }
}
