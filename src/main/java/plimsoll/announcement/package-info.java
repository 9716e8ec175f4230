/**
 * What people are told after a campaign: what they said, and what is done about it or not, and why.
 */
package plimsoll.announcement;
