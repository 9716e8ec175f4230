/**
 * Intervals, shrinkage, reliability, rank tests and survival curves: thin over Commons Math where
 * it is right, our own where it is not. Pure: chance comes in as a seed.
 */
package plimsoll.statistics;
