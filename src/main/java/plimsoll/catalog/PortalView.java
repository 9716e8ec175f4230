package plimsoll.catalog;

import java.time.Instant;

/**
 * A service as a developer portal describes it.
 *
 * @param service its key
 * @param team key of the owning team, which stands; null when none does
 * @param lifecycle null when it gave none
 * @param location where its source lies; null when unknown
 * @param portal null when no portal describes it
 * @param templateAt when it was first said that it came from its template; null where it names none
 */
public record PortalView(
    String service,
    String name,
    String team,
    String lifecycle,
    String location,
    Portal portal,
    Instant templateAt) {}
