/**
 * What a picture shows, as numbers and words, drawn from what a reading published. Renderers live
 * with the reports; here nothing knows of pixels.
 */
package plimsoll.figure;
