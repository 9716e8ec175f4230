package plimsoll.catalog;

import java.util.UUID;

/**
 * A person is being erased. Each room that knows something of people deletes it now, or withdraws
 * what is under way, in the same transaction.
 */
public record PersonErased(UUID person) {}
