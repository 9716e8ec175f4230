/** The tools that tell of deliveries, one file each: how they sign, and what their words mean. */
package plimsoll.delivery.source;
