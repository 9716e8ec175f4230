package plimsoll.catalog;

/**
 * How to write to a person.
 *
 * @param email null when none is known
 */
public record Contact(String name, String email) {}
