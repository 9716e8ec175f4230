/**
 * The form that an engineer answers, and the answers. It knows no person: a link leads to a
 * campaign and a team, and once answers are in, nothing leads from them back to a link.
 */
package plimsoll.response;
