package plimsoll.catalog;

import java.time.Instant;

/**
 * A team owned a service for a time.
 *
 * @param service its key
 * @param team its key
 * @param until null while it still does
 */
public record OwnershipSpan(String service, String team, Instant from, Instant until) {}
