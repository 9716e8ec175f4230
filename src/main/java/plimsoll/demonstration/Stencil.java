package plimsoll.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with gaps. {@code <word>} is filled in; what stands between {@code #if NAME=one|other} and
 * {@code #end} is left out unless all that it names is so; what stands between {@code #each} and
 * {@code #end} is repeated for each environment.
 */
record Stencil(List<String> lines) {
  private static final Map<String, Stencil> READ = new ConcurrentHashMap<>();
  private static final Pattern GAP = Pattern.compile("<([a-z]+)>");

  /** The one that lies beside this class under a name. */
  static Stencil named(String name) {
    return READ.computeIfAbsent(name, Stencil::read);
  }

  private static Stencil read(String name) {
    try (var text = Stencil.class.getResourceAsStream(name)) {
      return new Stencil(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param facts by name; a name in small letters fills gaps
   * @param environments what else is known in each
   */
  String filled(Map<String, String> facts, List<Map<String, String>> environments) {
    var out = new StringBuilder();
    fill(0, facts, environments, out);
    return out.toString();
  }

  /** Up to the end of what begins here; gives the line after it. */
  private int fill(
      int from,
      Map<String, String> facts,
      List<Map<String, String>> environments,
      StringBuilder out) {
    int at = from;
    while (at < lines.size() && !lines.get(at).equals("#end")) {
      var line = lines.get(at);
      if (line.startsWith("#if ")) {
        var into = holds(line.substring(4), facts) ? out : new StringBuilder();
        at = fill(at + 1, facts, environments, into);
      } else if (line.equals("#each")) {
        at = repeat(at + 1, facts, environments, out);
      } else {
        out.append(filled(line, facts)).append('\n');
        at++;
      }
    }
    return at + 1;
  }

  private int repeat(
      int from,
      Map<String, String> facts,
      List<Map<String, String>> environments,
      StringBuilder out) {
    int next = from;
    for (var environment : environments) {
      var known = new HashMap<>(facts);
      known.putAll(environment);
      next = fill(from, known, environments, out);
    }
    return next;
  }

  private static boolean holds(String conditions, Map<String, String> facts) {
    return Stream.of(conditions.split(" "))
        .allMatch(condition -> holds(condition.split("="), facts));
  }

  private static boolean holds(String[] condition, Map<String, String> facts) {
    return List.of(condition[1].split("\\|")).contains(facts.getOrDefault(condition[0], ""));
  }

  private static String filled(String line, Map<String, String> facts) {
    return GAP.matcher(line)
        .replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(1), facts)));
  }

  private static String value(String name, Map<String, String> facts) {
    var value = facts.get(name);
    if (value == null) throw new IllegalStateException("nothing is known of " + name);
    return value;
  }
}
