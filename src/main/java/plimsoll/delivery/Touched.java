package plimsoll.delivery;

/**
 * An event that a transaction makes, changes or takes away.
 *
 * @param before null where it was not known
 * @param now null where no delivery states it any more
 */
public record Touched(EventRow before, EventRow now) {}
