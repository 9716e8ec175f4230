package plimsoll.catalog;

import java.time.Instant;

/**
 * What holds for a whole import.
 *
 * @param source whose statements these are
 * @param complete it names everything that the source has
 * @param at when what it states begins to hold
 * @param ledger where changes are noted
 */
record Taking(String source, boolean complete, Instant at, Ledger ledger) {}
