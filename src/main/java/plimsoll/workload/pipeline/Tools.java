package plimsoll.workload.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the commands, actions, images and steps of pipelines are for; all that is known of them. */
final class Tools {
  private static final Map<Step.Kind, Map<String, List<Tool>>> BY_NAME = new HashMap<>();

  static {
    lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(Tools::add);
  }

  private Tools() {}

  /** What a step is for. */
  enum Purpose {
    IMAGE,
    PUSH,
    SCAN,
    DEPLOY,
    /** Makes a cluster that lives as long as its job. */
    TRIAL,
    PROVISION,
    ROLLBACK,
    MIGRATE,
    PROMOTE,
    /** Writes into a repository. */
    COMMIT,
    GATE,
    SECRETS,
    DASHBOARDS,
    ALERTS
  }

  /**
   * A line of the table.
   *
   * @param value what is said of a feature, where the purpose is one
   */
  record Tool(Purpose purpose, String value, List<String> pattern) {}

  /** All that a step is for; empty when nothing is known of it. */
  static List<Tool> of(Step step) {
    var byName = BY_NAME.getOrDefault(step.kind(), Map.of());
    if (step.kind() == Step.Kind.COMMAND) {
      return onlyShows(step.words()) ? List.of() : ofCommand(byName, step.words());
    }
    var name = step.first().toLowerCase(Locale.ROOT);
    var told = step.words().subList(1, step.words().size());
    return Stream.of(name, "")
        .flatMap(key -> byName.getOrDefault(key, List.of()).stream())
        .filter(tool -> like(tool.pattern().get(0).toLowerCase(Locale.ROOT), name))
        .filter(tool -> told.containsAll(tool.pattern().subList(1, tool.pattern().size())))
        .toList();
  }

  private static List<Tool> ofCommand(Map<String, List<Tool>> byName, List<String> words) {
    var program = Shell.program(words.get(0));
    var found =
        new ArrayList<>(
            byName.getOrDefault(program.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(tool -> matches(tool.pattern(), words))
                .toList());
    if (program.equals("docker") || program.equals("podman")) found.addAll(inContainer(words));
    return found;
  }

  /** "docker run flyway/flyway migrate". */
  private static List<Tool> inContainer(List<String> words) {
    if (words.size() < 3 || !words.get(1).equals("run")) return List.of();
    return words.stream()
        .skip(2)
        .filter(word -> word.contains("/"))
        .flatMap(word -> of(Step.image(word, 0)).stream())
        .toList();
  }

  private static boolean onlyShows(List<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                word.equals("--help")
                    || word.equals("--version")
                    || word.startsWith("--dry-run")
                        && !word.equals("--dry-run=none")
                        && !word.equals("--dry-run=false"));
  }

  /** Whether a command's words are those of the table; an option's own value is stepped over. */
  static boolean matches(List<String> pattern, List<String> words) {
    var at = 1;
    var anywhere = false;
    for (var wanted : pattern.subList(1, pattern.size())) {
      if (wanted.equals("*")) {
        anywhere = true;
      } else if (wanted.startsWith("-")) {
        if (words.stream().noneMatch(word -> option(wanted, word))) return false;
      } else {
        at = found(wanted, words, at, anywhere);
        if (at < 0) return false;
        anywhere = false;
      }
    }
    return true;
  }

  private static boolean option(String wanted, String word) {
    return like(wanted, word) || word.startsWith(wanted + "=");
  }

  private static int found(String wanted, List<String> words, int from, boolean anywhere) {
    for (int i = from; i < words.size(); i++) {
      var word = words.get(i);
      if (like(wanted, word)) return i + 1;
      boolean passable = word.startsWith("-") || i > 1 && words.get(i - 1).startsWith("-");
      if (!anywhere && !passable && !word.startsWith("+")) return -1;
    }
    return -1;
  }

  /** Whether a word is what stands in the table, where "*" is for any characters. */
  private static boolean like(String wanted, String word) {
    int star = wanted.indexOf('*');
    if (star < 0) return wanted.equals(word);
    if (!word.startsWith(wanted.substring(0, star))) return false;
    var rest = wanted.substring(star + 1);
    for (int i = star; i <= word.length(); i++) {
      if (like(rest, word.substring(i))) return true;
    }
    return false;
  }

  private static void add(String line) {
    var fields = line.split(" ", 4);
    var kind = Step.Kind.valueOf(fields[2].toUpperCase(Locale.ROOT));
    var tool =
        new Tool(
            Purpose.valueOf(fields[0].toUpperCase(Locale.ROOT)),
            fields[1],
            List.of(fields[3].split(" ")));
    var first = tool.pattern().get(0);
    BY_NAME
        .computeIfAbsent(kind, any -> new HashMap<>())
        .computeIfAbsent(
            first.contains("*") ? "" : first.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
        .add(tool);
  }

  private static Stream<String> lines() {
    try (var table =
        new BufferedReader(
            new InputStreamReader(
                Tools.class.getResourceAsStream("tools.txt"), StandardCharsets.UTF_8))) {
      return table.lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
