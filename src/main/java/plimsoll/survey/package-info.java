/**
 * What a survey is: blocks of questions on answer scales, which questions speak to which construct,
 * and what a valid survey and a valid set of answers are. Pure: it reads no file and knows no
 * person.
 */
package plimsoll.survey;
