package plimsoll.readiness;

/** The article's criteria: what calls for DevOps practice first, and what calls for a platform. */
public enum Criterion {
  D1("Development and operations are siloed", "D1", Axis.DEVOPS_PRACTICE),
  D2("Deployments need a ticket to another team", "D2", Axis.DEVOPS_PRACTICE),
  D3("Nobody shares ownership of incidents", "D3", Axis.DEVOPS_PRACTICE),
  D4("Release steps are manual", "D4", Axis.DEVOPS_PRACTICE),
  P1("Three or more engineering teams", null, Axis.PLATFORM_NEED),
  P2("Infrastructure knowledge is a bottleneck", "P2", Axis.PLATFORM_NEED),
  P3("Teams rebuild the same deployment patterns", "P3", Axis.PLATFORM_NEED),
  P4("Cloud complexity loads engineers' minds", "EXI", Axis.PLATFORM_NEED),
  R1("Three or more teams have consistent patterns", null, Axis.PATTERNS),
  R2("Those patterns diverge", null, Axis.PATTERNS);

  private final String title;
  private final String construct;
  private final Axis axis;

  Criterion(String title, String construct, Axis axis) {
    this.title = title;
    this.construct = construct;
    this.axis = axis;
  }

  public String title() {
    return title;
  }

  /** The construct of the quarterly survey that speaks to it; null when no item can. */
  public String construct() {
    return construct;
  }

  public Axis axis() {
    return axis;
  }

  /** What a criterion counts towards. */
  public enum Axis {
    DEVOPS_PRACTICE,
    PLATFORM_NEED,
    PATTERNS
  }
}
