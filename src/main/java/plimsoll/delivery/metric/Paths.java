package plimsoll.delivery.metric;

/** Which changes of a repository concern a service that is one of several in it. */
public interface Paths {
  /** Every change concerns every service. */
  Paths ALL = (service, change) -> true;

  /** True also when nobody knows what the change touched. */
  boolean concern(String service, Change change);
}
