/**
 * An organisation that could be a real one, made from a seed, with known truth. It shows what
 * Plimsoll does, and tests and load measurements are run on it, because what ought to come out is
 * known.
 */
package plimsoll.demonstration;
