/**
 * How alike the ways are in which services reach production: the choices each service makes, how
 * far apart two services lie, whether a team is consistent, and whether teams drift apart.
 */
package plimsoll.pattern;
