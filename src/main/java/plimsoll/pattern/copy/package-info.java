/** What is built more than once: files that are nearly the same, and the same thing built anew. */
package plimsoll.pattern.copy;
