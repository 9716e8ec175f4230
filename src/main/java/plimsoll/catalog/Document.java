package plimsoll.catalog;

/**
 * One document of an import, or why it cannot be read.
 *
 * @param number counted from 1
 * @param content maps, lists, texts, numbers; null when it cannot be read
 * @param fault a plain sentence; null when it can be read
 */
record Document(int number, Object content, String fault) {}
