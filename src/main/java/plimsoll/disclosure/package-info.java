/**
 * What may be shown: minimum groups, residuals of a fixed tree, what follows together with earlier
 * readings, who answered how often, and rounding. Pure and deterministic; every number about
 * people's answers leaves through here.
 */
package plimsoll.disclosure;
