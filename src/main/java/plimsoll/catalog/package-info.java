/**
 * Teams, people and services, with the dates from and until which a person was in a team and a team
 * owned a service. They come from Backstage or a spreadsheet; what an import leaves out is retired
 * with a date and never deleted, so that an old reading still finds its teams.
 */
package plimsoll.catalog;
