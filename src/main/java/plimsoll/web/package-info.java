/**
 * Pages and API of the whole service: the application, faults, headers and who may come in. Nobody
 * imports it.
 */
package plimsoll.web;
