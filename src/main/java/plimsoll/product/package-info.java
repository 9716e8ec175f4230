/**
 * The platform run as a product: what its manager decides about the proposals of a reading, with
 * the claim frozen when it is accepted.
 */
package plimsoll.product;
