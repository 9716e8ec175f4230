package plimsoll.catalog;

/**
 * What a developer portal says of a service beside what it is and whose.
 *
 * @param docs it has documentation there
 * @param apis how many APIs it provides
 * @param template key of the template that it was made from; null when none is named
 */
public record Portal(boolean docs, int apis, String template) {}
