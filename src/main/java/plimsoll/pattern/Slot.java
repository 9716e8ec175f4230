package plimsoll.pattern;

/** Something that each service needs on its way to production, and that teams build or share. */
public enum Slot {
  IMAGE_BUILD("building images"),
  SCAN("scanning"),
  DEPLOY("deploying"),
  ROLLBACK("rolling back"),
  MIGRATION("migrating databases"),
  SECRET_DELIVERY("delivering secrets"),
  PROVISIONING("provisioning buckets, queues and databases"),
  DASHBOARDS("dashboards"),
  ALERTS("alerts"),
  TLS("TLS");

  private final String title;

  Slot(String title) {
    this.title = title;
  }

  /** As it goes into a sentence. */
  public String title() {
    return title;
  }
}
