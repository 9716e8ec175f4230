package plimsoll.workload;

import java.time.Instant;
import java.util.List;

/**
 * What a live system was seen to hold; fired by connections, heard by whoever keeps something of
 * it.
 *
 * @param origin "cluster:NAME" or "argocd:NAME"
 * @param whole whether these are all objects of the kinds that it names, so that others are gone
 * @param kinds "apiVersion/kind" of what was looked for, whether or not any was there
 */
public record Observed(
    String origin, Instant at, boolean whole, List<String> kinds, List<Seen> objects) {

  /**
   * One object.
   *
   * @param json the object as its system tells it, without the data of Secrets
   * @param gone it was deleted; then json is its last state
   */
  public record Seen(String json, boolean gone) {}
}
