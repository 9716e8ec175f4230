/**
 * Fetches what happened in the past: from the interfaces of forges, page by page, and from the tags
 * of git repositories. It stores nothing; whoever asks keeps where it stands, and goes on from
 * there.
 */
package plimsoll.delivery.pull;
