package plimsoll.catalog;

/**
 * What is wrong with one document or line of an import.
 *
 * @param document counted from 1: the document of a YAML stream, the element of an array, the line
 *     of a spreadsheet
 * @param message what is wrong and what to do, in a plain sentence
 */
public record Problem(int document, String message) {}
