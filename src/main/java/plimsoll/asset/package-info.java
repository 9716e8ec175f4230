/** The files that pages load, and the addresses under which browsers may keep them. */
package plimsoll.asset;
