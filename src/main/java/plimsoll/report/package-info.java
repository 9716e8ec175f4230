/**
 * Pages and exports of what a reading found. One content model, {@link plimsoll.report.Report}, is
 * written as page, HTML file, PDF, Markdown and JSON, so that they cannot disagree. It reads
 * readings and never answers.
 */
package plimsoll.report;
