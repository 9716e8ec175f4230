/** All that the files of an organisation's services say together, in one record. */
package plimsoll.pattern.landscape;
