/**
 * Events in, delivery metrics out: DORA's five and the article's own, each with its interval, its
 * coverage and the events that it is made of. Pure: the data cut and the time zone are arguments.
 */
package plimsoll.delivery.metric;
