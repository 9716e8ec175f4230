package plimsoll.pattern;

/** What a production-grade workload has, as far as manifests and clusters tell. */
public enum Trait {
  LOGGING("logging", true),
  ALERTING("alerting", true),
  TLS("TLS", true),
  AUTOSCALING("autoscaling", true),
  READINESS("a readiness probe", false),
  LIVENESS("a liveness probe", false),
  DISRUPTION_BUDGET("a disruption budget", false),
  REQUESTS_AND_LIMITS("requests and limits", false),
  NETWORK_POLICY("a network policy", false),
  NON_ROOT("a user other than root", false),
  REPLICAS("two replicas or more", false),
  TOPOLOGY_SPREAD("a topology spread", false);

  private final String title;
  private final boolean gold;

  Trait(String title, boolean gold) {
    this.title = title;
    this.gold = gold;
  }

  /** As it goes into a sentence after "has". */
  public String title() {
    return title;
  }

  /** One of the four that a platform gives without being asked. */
  public boolean gold() {
    return gold;
  }
}
