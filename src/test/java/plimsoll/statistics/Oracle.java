package plimsoll.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A part of the file of oracles; it remembers which values a test asked for. */
public final class Oracle {

  /** Keys of words about the values. */
  private static final Set<String> PROSE = Set.of("name", "data", "see", "rule", "prior");

  private final JsonNode node;
  private final String path;
  private final Set<String> asked;

  Oracle(String key, JsonNode node) {
    this(node, key, new TreeSet<>());
  }

  private Oracle(JsonNode node, String path, Set<String> asked) {
    this.node = node;
    this.path = path;
    this.asked = asked;
  }

  public Oracle at(String key) {
    if (!node.has(key)) throw new IllegalArgumentException(path + " has no " + key);
    return new Oracle(node.get(key), path + "." + key, asked);
  }

  public Oracle at(int index) {
    return new Oracle(node.get(index), path + "[" + index + "]", asked);
  }

  public boolean has(String key) {
    return node.has(key);
  }

  public double number() {
    asked.add(path);
    return node.asDouble();
  }

  /** The number of a key. */
  public double number(String key) {
    return at(key).number();
  }

  public int whole(String key) {
    return (int) number(key);
  }

  public String text() {
    asked.add(path);
    return node.asText();
  }

  /** NaN stands for null. */
  public double[] numbers() {
    return all().stream().mapToDouble(o -> o.orNan()).toArray();
  }

  /** The numbers of a key. */
  public double[] numbers(String key) {
    return at(key).numbers();
  }

  /** The first of two numbers over the second. */
  public double ratio(String key) {
    double[] pair = numbers(key);
    return pair[0] / pair[1];
  }

  /** Rows of numbers, not all as long. */
  public List<double[]> rows(String key) {
    return at(key).all().stream().map(Oracle::numbers).toList();
  }

  public List<String> texts() {
    return all().stream().map(Oracle::text).toList();
  }

  public List<Oracle> all() {
    var all = new ArrayList<Oracle>();
    for (int i = 0; i < node.size(); i++) all.add(at(i));
    return all;
  }

  public Map<String, Oracle> byName() {
    var all = new LinkedHashMap<String, Oracle>();
    node.fieldNames().forEachRemaining(name -> all.put(name, at(name)));
    return all;
  }

  /** Paths of the values that nobody asked for. */
  Set<String> unasked() {
    var unasked = new TreeSet<String>();
    leaves(unasked);
    unasked.removeAll(asked);
    return unasked;
  }

  private double orNan() {
    double value = number();
    return node.isNull() ? Double.NaN : value;
  }

  private void leaves(Set<String> paths) {
    if (node.isValueNode()) paths.add(path);
    else if (node.isArray()) all().forEach(each -> each.leaves(paths));
    else
      byName()
          .forEach(
              (name, each) -> {
                if (!PROSE.contains(name)) each.leaves(paths);
              });
  }
}
