package plimsoll.pattern;

/**
 * A choice that shapes how a service is built, delivered and run. Every {@link Group} weighs the
 * same, however many features it has.
 */
public enum Feature {
  CI_SYSTEM(Group.BUILD, Type.CATEGORY, "CI system"),
  SHARED_WORKFLOW(Group.BUILD, Type.TRAIT, "uses a shared workflow or template by reference"),
  IMAGE_BUILDER(Group.BUILD, Type.CATEGORY, "image builder"),
  MANIFEST_KIND(Group.PACKAGE, Type.CATEGORY, "kind of manifest"),
  CHART_SOURCE(Group.PACKAGE, Type.CATEGORY, "source of the chart or base"),
  DIGEST_PINNED(Group.PACKAGE, Type.TRAIT, "pins the image by digest"),
  MECHANISM(Group.DELIVER, Type.CATEGORY, "delivery mechanism"),
  AUTOMATED_SYNC(Group.DELIVER, Type.TRAIT, "syncs automatically"),
  SELF_HEAL(Group.DELIVER, Type.TRAIT, "heals itself"),
  PROMOTION(Group.PROMOTE, Type.CATEGORY, "promotion method"),
  ENVIRONMENTS(Group.PROMOTE, Type.ORDINAL, "number of environments"),
  PRODUCTION_GATE(Group.PROMOTE, Type.CATEGORY, "gate before production"),
  ROLLOUT(Group.STRATEGY, Type.CATEGORY, "rollout strategy"),
  ROLLBACK(Group.STRATEGY, Type.CATEGORY, "rollback"),
  MIGRATION_STEP(Group.STRATEGY, Type.CATEGORY, "database migration step"),
  SECRETS(Group.CONFIG, Type.CATEGORY, "secrets mechanism"),
  CONFIG_SOURCE(Group.CONFIG, Type.CATEGORY, "source of configuration"),
  FEATURE_FLAGS(Group.CONFIG, Type.TRAIT, "has feature flags"),
  METRICS(Group.OBSERVE, Type.CATEGORY, "metrics"),
  TRACING(Group.OBSERVE, Type.TRAIT, "has tracing"),
  ALERT_RULES(Group.OBSERVE, Type.TRAIT, "keeps alert rules in its repository"),
  AUTOSCALING(Group.RUN, Type.CATEGORY, "kind of autoscaling"),
  TLS(Group.RUN, Type.CATEGORY, "kind of ingress and TLS"),
  RESOURCES_SET(Group.RUN, Type.TRAIT, "sets requests and limits");

  private final Group group;
  private final Type type;
  private final String title;

  Feature(Group group, Type type, String title) {
    this.group = group;
    this.type = type;
    this.title = title;
  }

  public Group group() {
    return group;
  }

  public Type type() {
    return type;
  }

  /** As people call it, to go into a sentence. */
  public String title() {
    return title;
  }

  /** What a choice is about. */
  public enum Group {
    BUILD,
    PACKAGE,
    DELIVER,
    PROMOTE,
    STRATEGY,
    CONFIG,
    OBSERVE,
    RUN
  }

  /** How two values of a feature differ, from 0 (alike) to 1. */
  public enum Type {
    /** Any word; two words are the same or they are not. */
    CATEGORY {
      @Override
      boolean accepts(String value) {
        return !value.isBlank() && value.length() <= 100;
      }
    },
    /** "true" or "false"; that two services both lack it says nothing about them. */
    TRAIT {
      @Override
      boolean accepts(String value) {
        return value.equals("true") || value.equals("false");
      }
    },
    /** A count from 1 to 4, where 4 means four or more; it differs by its share of that range. */
    ORDINAL {
      @Override
      boolean accepts(String value) {
        return value.length() == 1 && "1234".contains(value);
      }
    };

    abstract boolean accepts(String value);
  }
}
