/**
 * What may be shown: minimum groups, residuals of a fixed tree, rosters that hardly changed, and
 * rounding. Pure and deterministic; every score leaves through here.
 */
package plimsoll.disclosure;
