package plimsoll.delivery.metric;

/**
 * How long something lasted, in seconds; open when it had lasted so long at the data cut and was
 * not over.
 */
record Observation(double seconds, boolean open) {}
