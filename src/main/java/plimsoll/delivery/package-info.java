/**
 * Takes in what happened to services: deployments, incidents, tickets and changes, one file for
 * each source. An event counts once, however often and in whatever order it comes.
 */
package plimsoll.delivery;
