/**
 * Takes readings: from one cut of answers, events and patterns, through the pure rooms and the
 * disclosure gate, into one immutable record. Whatever is shown is shown from such a record.
 */
package plimsoll.reading;
