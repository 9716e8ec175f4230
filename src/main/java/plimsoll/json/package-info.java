/** How the service reads and writes JSON, once for all rooms. */
package plimsoll.json;
