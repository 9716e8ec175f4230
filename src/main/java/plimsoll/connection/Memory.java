package plimsoll.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.json.Json;

/** What a visit leaves for the next one; kept as JSON with its connection. */
final class Memory {
  private final Map<String, Place> places = new TreeMap<>();
  private final Map<String, String> passedOver = new TreeMap<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<ObjectKind> composites = new ArrayList<>();
  private String digest = "";

  /**
   * Where a kind of objects stands.
   *
   * @param version of the list from which on changes are wanted; "" for none
   * @param count how many there were at the last whole look
   */
  record Place(String version, Instant listedAt, long count) {}

  /**
   * A page of an answer as it was the last time.
   *
   * @param version that the server gave it
   */
  record Page(String address, String version) {}

  /** As it is stored. */
  record Text(
      Map<String, Place> places,
      Map<String, String> passedOver,
      List<Page> pages,
      List<ObjectKind> composites,
      String digest) {}

  static Memory of(String text) {
    var memory = new Memory();
    if (!text.isEmpty()) {
      var read = Json.read(text, Text.class);
      memory.places.putAll(read.places());
      memory.passedOver.putAll(read.passedOver());
      memory.pages.addAll(read.pages());
      memory.composites.addAll(read.composites());
      memory.digest = read.digest();
    }
    return memory;
  }

  String text() {
    return Json.write(new Text(places, passedOver, pages, composites, digest));
  }

  /**
   * By the kind of the objects as "apiVersion/kind", and a blank and the namespace where only some
   * are read.
   */
  Map<String, Place> places() {
    return places;
  }

  /** What was looked for, as "apiVersion/kind". */
  List<String> kinds() {
    return places.keySet().stream().map(key -> key.split(" ")[0]).distinct().toList();
  }

  /** Why, by the kind that was not read. */
  Map<String, String> passedOver() {
    return passedOver;
  }

  List<Page> pages() {
    return pages;
  }

  /** What the cluster's definitions of Crossplane define. */
  List<ObjectKind> composites() {
    return composites;
  }

  /** Of everything that was read the last time; "" for nothing. */
  String digest() {
    return digest;
  }

  void digest(String digest) {
    this.digest = digest;
  }
}
