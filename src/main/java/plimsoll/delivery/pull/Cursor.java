package plimsoll.delivery.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import plimsoll.json.Json;

/**
 * Where the pull of one repository stands. What is needed to go on after a restart is all in it.
 *
 * @param part what is being read, by its name; null at the beginning
 * @param next address of the next page of it; null for the first one
 * @param repository what the forge said of the repository
 * @param line how the commits read so far hang together; null before the first
 * @param read how many things of this part were read
 * @param about how many there are of this part, as far as the forge tells; 0 where it does not
 */
public record Cursor(
    String part, String next, JsonNode repository, BranchLine line, long read, long about) {

  /** The beginning. */
  public static Cursor start() {
    return new Cursor(null, null, JsonNodeFactory.instance.objectNode(), null, 0, 0);
  }

  /** Reads what {@link #text()} wrote. */
  public static Cursor of(String text) {
    return text == null || text.isBlank() ? start() : Json.read(text, Cursor.class);
  }

  public String text() {
    return Json.write(this);
  }

  Cursor at(String part) {
    return new Cursor(part, null, repository, null, 0, 0);
  }

  Cursor after(String next, long read, long about, BranchLine line) {
    return new Cursor(part, next, repository, line, read, about);
  }

  Cursor with(JsonNode repository) {
    return new Cursor(part, next, repository, line, read, about);
  }
}
