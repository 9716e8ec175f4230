/**
 * Measures the service on one machine, side by side with what it stands on, and prints ratios. See
 * docs/bench.md.
 */
package plimsoll.bench;
