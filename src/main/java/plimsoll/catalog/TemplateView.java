package plimsoll.catalog;

import java.time.Instant;

/**
 * A template of a developer portal.
 *
 * @param firstAt when it was known here first
 */
public record TemplateView(String key, String name, Instant firstAt) {}
