/**
 * Files that others wrote, read within limits: YAML and JSON with the lines on which things stand,
 * and archives. What is read is data; nothing in it is ever carried out.
 */
package plimsoll.document;
