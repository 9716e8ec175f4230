package plimsoll.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a spreadsheet saved as CSV, with the columns {@code team,person,email,service,zone} in any
 * order; {@code team} must be there, and each row may fill what it has. The zone is the team's.
 * Commas, semicolons and tabs part the cells, whichever the head line uses.
 */
final class Spreadsheet {
  private static final Set<String> COLUMNS = Set.of("team", "person", "email", "service", "zone");
  private static final int TEXT_LENGTH_MAX = 300;

  private final Map<String, Listing.TeamEntry> teams = new LinkedHashMap<>();
  private final Map<String, Listing.PersonEntry> people = new LinkedHashMap<>();
  private final Map<String, Set<String>> memberships = new HashMap<>();
  private final Map<String, Listing.ServiceEntry> services = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Spreadsheet() {}

  static Listing read(String text) {
    var reading = new Spreadsheet();
    reading.rows(text.replaceFirst("(?i)^sep=.\\R", ""));
    return reading.listing();
  }

  private void rows(String text) {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      var rows = parser.iterator();
      var columns = rows.hasNext() ? columns(rows.next()) : List.<String>of();
      while (!columns.isEmpty() && rows.hasNext()) {
        row(columns, rows.next(), parser.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      problems.add(
          new Problem(
              1,
              "From some line on this is not readable as CSV: look for a quote that never ends."));
    }
  }

  private static char delimiter(String text) {
    var head = text.lines().findFirst().orElse("");
    return Stream.of(',', ';', '\t')
        .max((a, b) -> Long.compare(count(head, a), count(head, b)))
        .filter(best -> count(head, best) > 0)
        .orElse(',');
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** Empty when the head is not usable. */
  private List<String> columns(CSVRecord head) {
    var columns = head.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    columns.stream()
        .filter(name -> !COLUMNS.contains(name) && !name.isEmpty())
        .forEach(name -> problem(1, "The column \"%s\" is not known and was left out.", name));
    if (!columns.contains("team")
        || columns.stream().noneMatch(Set.of("person", "email", "service")::contains)) {
      problem(1, "The first line must name the columns: team, and person, email or service%s.", "");
      return List.of();
    }
    return columns;
  }

  private void row(List<String> columns, CSVRecord record, long line) {
    var cells = new HashMap<String, String>();
    for (var i = 0; i < record.size(); i++) {
      var filled = !record.get(i).isBlank();
      if (filled && i >= columns.size()) {
        problem(
            line,
            "This line has more cells than the first line has columns: \"%s\".",
            record.get(i));
        return;
      }
      if (filled) {
        cells.putIfAbsent(columns.get(i), record.get(i).strip());
      }
    }
    if (cells.keySet().stream().anyMatch(COLUMNS::contains) && isSound(cells, line)) {
      take(cells, (int) line);
    }
  }

  private boolean isSound(Map<String, String> cells, long line) {
    var email = cells.get("email");
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      problem(line, "\"%s\" is no mail address.", email);
      return false;
    }
    for (var name : Arrays.asList("team", "person", "service", "email")) {
      var text = cells.get(name);
      if (text != null
          && (text.length() > TEXT_LENGTH_MAX
              || text.chars().noneMatch(Character::isLetterOrDigit))) {
        problem(line, "The %s needs a letter or digit and at most 300 characters.", name);
        return false;
      }
    }
    return true;
  }

  private void take(Map<String, String> cells, int line) {
    var team = cells.get("team");
    var teamKey = team == null ? null : Keys.of(team);
    if (team != null) {
      var entry =
          new Listing.TeamEntry(
              line, teamKey, team, null, null, null, zone(cells.get("zone"), line), null);
      teams.merge(
          teamKey, entry, (first, then) -> first.zone() == null ? zoned(first, then) : first);
    }
    if (cells.containsKey("person") || cells.containsKey("email")) {
      person(cells.get("person"), cells.get("email"), teamKey, line);
    }
    if (cells.containsKey("service")) {
      service(cells.get("service"), teamKey, line);
    }
  }

  private String zone(String stated, int line) {
    if (stated != null && !Zones.known(stated)) {
      problem(line, "%s", Zones.unknown(stated));
      return null;
    }
    return stated;
  }

  private static Listing.TeamEntry zoned(Listing.TeamEntry team, Listing.TeamEntry then) {
    return new Listing.TeamEntry(
        team.document(), team.key(), team.name(), null, null, null, then.zone(), null);
  }

  private void person(String name, String email, String team, int line) {
    var key = email == null ? Keys.of(name) : email.toLowerCase(Locale.ROOT);
    var known =
        people.putIfAbsent(
            key, new Listing.PersonEntry(line, key, name == null ? email : name, email, List.of()));
    if (known != null && name != null && !name.equals(known.name())) {
      problem(
          line,
          "%s is called otherwise in line " + known.document() + "; the first name was taken.",
          email == null ? name : email);
    }
    var teams = memberships.computeIfAbsent(key, unused -> new LinkedHashSet<>());
    if (team != null) {
      teams.add(team);
    }
  }

  private void service(String name, String team, int line) {
    var key = Keys.of(name);
    var known =
        services.merge(key, entry(line, key, name, team), (first, then) -> owned(first, team));
    if (team != null && !team.equals(known.owner())) {
      problem(line, "%s has another team in a line before; the first one was taken.", name);
    }
  }

  private static Listing.ServiceEntry owned(Listing.ServiceEntry first, String team) {
    return first.owner() == null ? entry(first.document(), first.key(), first.name(), team) : first;
  }

  private static Listing.ServiceEntry entry(int line, String key, String name, String team) {
    return new Listing.ServiceEntry(
        line, key, name, null, null, null, team, null, null, List.of(), null);
  }

  private void problem(long line, String message, String detail) {
    problems.add(new Problem((int) line, message.formatted(detail)));
  }

  private Listing listing() {
    var everybody = people.values().stream().map(this::withTeams).collect(Collectors.toList());
    return new Listing(
        List.copyOf(teams.values()),
        everybody,
        List.copyOf(services.values()),
        List.of(),
        problems,
        List.of(),
        0,
        false);
  }

  private Listing.PersonEntry withTeams(Listing.PersonEntry person) {
    return new Listing.PersonEntry(
        person.document(),
        person.key(),
        person.name(),
        person.email(),
        List.copyOf(memberships.get(person.key())));
  }
}
