package plimsoll.catalog;

import java.util.List;

/**
 * A team as it stood at a moment.
 *
 * @param key stable and short, such as "payments"; a namespace other than the default one stands
 *     before a colon
 * @param parent key of the group above; null when there is none
 * @param kind the word of the source, such as "team" or "department"; null when it gave none
 * @param people how many people were in it
 * @param services keys of the services that it owned, sorted
 * @param zone of its calendar, such as "Europe/Berlin"; null when it has the organisation's
 */
public record TeamView(
    String key,
    String name,
    String parent,
    String kind,
    int people,
    List<String> services,
    String zone) {

  /** With the organisation's calendar. */
  public TeamView(
      String key, String name, String parent, String kind, int people, List<String> services) {
    this(key, name, parent, kind, people, services, null);
  }
}
