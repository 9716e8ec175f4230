/**
 * Whether a platform is run as a product: who came and stayed, what its users say, whether it keeps
 * its promises, and whether it multiplies teams' force or holds them up (measurement 6). Pure, and
 * nothing but {@link plimsoll.platform.Product} is safe to show.
 */
package plimsoll.platform;
