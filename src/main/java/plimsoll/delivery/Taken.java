package plimsoll.delivery;

import java.util.List;
import plimsoll.catalog.Problem;

/**
 * What became of a delivery.
 *
 * @param accepted events that are stored now
 * @param duplicates events that had been stored before
 * @param ignored events that nothing is counted from, such as a comment
 * @param problems what could not be used; the number is the line, the element of an array, or 1
 * @param notes what is right but deserves a word, such as why an event was ignored
 */
public record Taken(
    int accepted, int duplicates, int ignored, List<Problem> problems, List<Problem> notes) {}
