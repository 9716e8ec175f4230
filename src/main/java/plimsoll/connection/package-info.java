/**
 * Live systems that are looked at again and again: clusters, Argo CD, Backstage. It knows how to
 * ask and how long to wait, and hands on what was answered.
 */
package plimsoll.connection;
