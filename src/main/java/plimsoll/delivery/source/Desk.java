package plimsoll.delivery.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Ticket.Kind;

/**
 * What a record of a service desk counts as: by lines that an administrator wrote of its project,
 * its type, its labels or its group, and by no words in it.
 */
final class Desk {
  private Desk() {}

  /**
   * @param team that is asked; null where the line names none
   */
  record Asked(String team, Kind kind) {}

  static Setting incidents(String standard, String names) {
    return new Setting(
        "incidents",
        "What is an incident",
        "Names of " + names + ", divided by commas. What has one of them hurt users.",
        standard);
  }

  static Setting tickets(String standard, String names) {
    return new Setting(
        "tickets",
        "What is a ticket to another team",
        "A line for each of the "
            + names
            + ", such as OPS = operations, infrastructure: the team that is asked, and deployment,"
            + " infrastructure, access or other. The first line that fits counts.",
        standard);
  }

  /** By the first line that names one of the names; empty where none does. */
  static Optional<Asked> asked(Rules rules, Setting tickets, Collection<String> names) {
    var wanted =
        names.stream()
            .filter(Objects::nonNull)
            .map(one -> one.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    return rules.lines(tickets).entrySet().stream()
        .filter(line -> wanted.contains(line.getKey()))
        .findFirst()
        .map(line -> asked(line.getValue()));
  }

  private static Asked asked(List<String> words) {
    var team = words.stream().filter(one -> kind(one).isEmpty()).findFirst().orElse(null);
    var kind = words.stream().flatMap(one -> kind(one).stream()).findFirst().orElse(Kind.OTHER);
    return new Asked(team, kind);
  }

  private static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst();
  }

  /**
   * A text, or what stands for one: an object's display value, value or name; the first of many.
   */
  static String value(Fields record, String name) {
    if (name.isEmpty()) return null;
    var text = record.hint(name);
    if (text != null) return text;
    var several = record.parts(name);
    var object = several.isEmpty() ? record.partOrNone(name) : several.get(0);
    for (var part : List.of("display_value", "value", "name", "displayName", "title", "key")) {
      if (object.hint(part) != null) return object.hint(part);
    }
    return record.hints(name).stream().findFirst().orElse(null);
  }
}
