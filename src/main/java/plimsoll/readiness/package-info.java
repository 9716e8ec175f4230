/**
 * From answers and records to criteria, axes and a verdict that says how sure it is. Pure: the same
 * {@link plimsoll.readiness.Case} gives the same {@link plimsoll.readiness.Readiness}, bit for bit,
 * and what comes out has passed the disclosure gate.
 */
package plimsoll.readiness;
