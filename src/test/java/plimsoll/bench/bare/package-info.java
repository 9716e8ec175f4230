/** The least that stores a row: what submissions are measured against. */
package plimsoll.bench.bare;
