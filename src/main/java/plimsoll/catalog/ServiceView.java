package plimsoll.catalog;

/**
 * A service as it stood at a moment.
 *
 * @param kind the word of the source, such as "service" or "library"; null when it gave none
 * @param team key of the owning team; null when nobody owns it yet
 * @param location where its source lies; null when unknown
 */
public record ServiceView(
    String key,
    String name,
    String kind,
    String lifecycle,
    String system,
    String team,
    String location) {}
