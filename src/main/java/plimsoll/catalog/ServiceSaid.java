package plimsoll.catalog;

import java.util.Set;

/**
 * Something was said of services, so that what was counted of them may not hold. It is told in the
 * transaction in which it is said.
 *
 * @param services their keys
 * @param names their events may now belong to another service
 */
public record ServiceSaid(Set<String> services, boolean names) {}
