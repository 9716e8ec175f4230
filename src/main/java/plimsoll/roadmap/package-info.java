/**
 * What to do next: initiatives from the largest gaps of a reading, what each is worth and how sure
 * that is, which fit into a quarter, and whether a finished one helped.
 */
package plimsoll.roadmap;
