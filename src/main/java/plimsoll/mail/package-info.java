/**
 * How people hear of something: an outbox in the database, mail by SMTP, notices to a Slack
 * channel, bounces, and who wants no mail. It carries what an {@link plimsoll.mail.Author} writes
 * at the moment of sending, and knows nothing of campaigns; so no link ever lies in the outbox.
 */
package plimsoll.mail;
