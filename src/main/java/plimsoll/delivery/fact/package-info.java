/**
 * What single events state, in the terms of this house, whatever tool told of them; and how to read
 * it out of what tools send.
 */
package plimsoll.delivery.fact;
