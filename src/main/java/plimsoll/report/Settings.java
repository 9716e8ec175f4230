package plimsoll.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Outline;

/**
 * What two files set differently, place by place, once names and digests are masked: what differs
 * in words.
 *
 * @param differing those that are listed
 * @param alike how many both set alike
 * @param more that differ too and are not listed
 */
public record Settings(List<Setting> differing, int alike, int more) {
  private static final int MOST = 100;

  /**
   * @param where the path in the file, such as "spec.replicas"
   * @param one what the one says there; null where it says nothing
   * @param other likewise
   */
  public record Setting(String where, String one, String other) {}

  static Settings of(Outline one, Outline other) {
    var left = byPlace(one.lines());
    var right = byPlace(other.lines());
    var differing = new ArrayList<Setting>();
    int alike = 0;
    for (var each : left.entrySet()) {
      var there = right.remove(each.getKey());
      if (each.getValue().equals(there)) alike++;
      else differing.add(new Setting(each.getKey(), each.getValue(), there));
    }
    right.forEach((where, value) -> differing.add(new Setting(where, null, value)));
    int shown = Math.min(MOST, differing.size());
    return new Settings(List.copyOf(differing.subList(0, shown)), alike, differing.size() - shown);
  }

  /** A place that comes again is told apart by how often it came. */
  private static Map<String, String> byPlace(List<String> lines) {
    var places = new LinkedHashMap<String, String>();
    var times = new HashMap<String, Integer>();
    for (var line : lines) {
      int at = line.indexOf('=');
      var where = at < 0 ? line : line.substring(0, at);
      var value = at < 0 ? "" : line.substring(at + 1);
      int time = times.merge(where, 1, Integer::sum);
      places.put(time == 1 ? where : where + " (" + time + ")", value);
    }
    return places;
  }
}
