/**
 * What the service does by itself again and again, on one node at a time. It knows when, and
 * nothing of what: a room says so with a {@link plimsoll.schedule.Chore}.
 */
package plimsoll.schedule;
