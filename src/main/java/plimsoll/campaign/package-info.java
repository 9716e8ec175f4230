/**
 * Who is asked what, and when: the questionnaires that can be asked, campaigns, and the personal
 * links to them. It knows who has answered, and never what.
 */
package plimsoll.campaign;
