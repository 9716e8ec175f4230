package plimsoll.delivery.source;

/**
 * Something that an administrator may say of how a source is read.
 *
 * @param key within its source, such as "deploying-workflows"
 * @param label for people
 * @param help one plain sentence: what to write, and what follows
 * @param standard what holds where nothing was said; may be empty
 */
public record Setting(String key, String label, String help, String standard) {}
