/**
 * The languages in which people who are asked are spoken to: in letters, on the form and after it.
 */
package plimsoll.language;
