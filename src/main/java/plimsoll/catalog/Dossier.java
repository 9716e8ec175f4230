package plimsoll.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a person. Each room that knows something of people observes it and adds a
 * section: what is held, or why it can't be given.
 *
 * @param key the person's key in the catalog
 * @param email null when none is known
 * @param held by the name of the section; a value is written as JSON
 * @param notGiven by the name of what can't be given: why, in a plain sentence
 */
public record Dossier(
    UUID person, String key, String email, Map<String, Object> held, Map<String, String> notGiven) {

  Dossier(Person person) {
    this(person.id(), person.key(), person.email(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }
}
