/** Starts the service from one jar. It runs before the server and imports nothing of it. */
package plimsoll.start;
