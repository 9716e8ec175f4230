/** What every table needs: migration at start and column types. Nobody imports it. */
package plimsoll.database;
