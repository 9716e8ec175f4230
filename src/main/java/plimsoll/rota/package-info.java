/**
 * When waves come, and whose turn it is to be asked: pure calculations over dates, zones and
 * people's ids.
 */
package plimsoll.rota;
