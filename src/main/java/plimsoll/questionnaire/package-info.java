/**
 * The questionnaires that can be asked: where their editions are kept, how a file becomes one, and
 * what is to be mended in it.
 */
package plimsoll.questionnaire;
