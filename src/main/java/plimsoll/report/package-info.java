/**
 * Pages and exports of what a reading found. One content model, the record {@code Report}, is
 * written as page, HTML file, PDF, Markdown and JSON, so that they cannot disagree. It reads
 * readings and never answers.
 */
package plimsoll.report;
