/**
 * What the machines of a platform record of its use: what was claimed of Crossplane and when it was
 * ready, what Argo CD synced and whether it stayed so, and how much of it the portal knows.
 */
package plimsoll.estate;
