package plimsoll.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import plimsoll.figure.Figure.Field;
import plimsoll.pattern.PatternMap;
import plimsoll.pattern.PatternMap.Owned;

/** Who chooses like whom: services as marks whose shape and colour tell the team. */
public final class MapFigure {
  /** With more marks than these those that nearly touch become one. */
  private static final int MANY = 300;

  /** A mark's size, in hundredths of the width. */
  private static final double CELL = 2.5;

  private static final double HIGHEST = 62;
  private static final double LOWEST = 18;
  private static final int NAMED = 3;
  private static final int LISTED = 8;
  private static final int PATTERNS = 60;

  private final PatternMap map;
  private final Function<String, String> names;
  private final Function<String, String> services;
  private final Function<String, String> teams;
  private final Frame frame;

  private MapFigure(
      PatternMap map,
      Function<String, String> names,
      Function<String, String> services,
      Function<String, String> teams) {
    this.map = map;
    this.names = names;
    this.services = services;
    this.teams = teams;
    this.frame = Frame.around(map.spots());
  }

  /**
   * @param names of the teams, by key
   * @param services where a service leads, by key; null for nowhere
   * @param teams where the services of a team lead, by its key; null for nowhere
   * @param effective how many patterns there are in effect
   */
  public static Field of(
      PatternMap map,
      Function<String, String> names,
      Function<String, String> services,
      Function<String, String> teams,
      Double effective) {
    return new MapFigure(map, names, services, teams).figure(effective);
  }

  private Field figure(Double effective) {
    var kinds = kinds();
    return new Field(
        "map",
        title(effective),
        "Services that lie near each other are built, delivered and run alike. "
            + shown()
            + "Shape and colour tell the team; a number in a mark is how many services it stands"
            + " for. The table lists the patterns, which are services whose choices differ by a"
            + " quarter at most.",
        frame.height,
        frame.tenth(),
        legend(kinds),
        spots(kinds),
        table());
  }

  private String title(Double effective) {
    int services = map.spots().stream().mapToInt(spot -> spot.services().size()).sum();
    if (services == 0) return "We can't tell yet who chooses like whom: nothing was compared";
    return "%s %s %s in effect"
        .formatted(
            Words.count(services, "service"),
            services == 1 ? "follows" : "follow",
            effective == null || Math.round(effective) == 1
                ? "one pattern"
                : Math.round(effective) + " patterns");
  }

  private String shown() {
    return map.shown() == null
        ? "All chose alike. "
        : "A plane can show %s of their differences, so two that look near may differ in the rest. "
            .formatted(Words.percent(map.shown()));
  }

  /** The teams with most services, by name, with their shapes. */
  private Map<String, Integer> kinds() {
    var sizes = new TreeMap<String, Integer>();
    map.spots().stream()
        .flatMap(spot -> spot.services().stream())
        .forEach(service -> sizes.merge(service.team(), 1, Integer::sum));
    var largest =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(Field.KINDS)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(names))
            .toList();
    var kinds = new LinkedHashMap<String, Integer>();
    largest.forEach(team -> kinds.put(team, kinds.size()));
    sizes.keySet().forEach(team -> kinds.putIfAbsent(team, Field.KINDS));
    return kinds;
  }

  private List<String> legend(Map<String, Integer> kinds) {
    var legend = new ArrayList<String>();
    kinds.forEach(
        (team, kind) -> {
          if (kind < Field.KINDS) legend.add(names.apply(team));
        });
    int others = kinds.size() - legend.size();
    if (others > 0) legend.add(Words.count(others, "other team"));
    return legend;
  }

  private List<Figure.Spot> spots(Map<String, Integer> kinds) {
    var marks = map.spots().stream().flatMap(spot -> marks(spot, kinds).stream()).toList();
    return (marks.size() > MANY ? together(marks) : marks).stream().map(this::spot).toList();
  }

  /** Services of one team, or of all the rest, at one place. */
  private record Mark(double x, double y, int kind, List<Owned> services) {
    String cell() {
      return kind + " " + Math.round(x / CELL) + " " + Math.round(y / CELL);
    }
  }

  /** One for each team that has services with this fingerprint, beside each other. */
  private List<Mark> marks(PatternMap.Spot spot, Map<String, Integer> kinds) {
    var byTeam =
        spot.services().stream()
            .collect(
                Collectors.groupingBy(Owned::team, LinkedHashMap::new, Collectors.<Owned>toList()));
    var marks = new ArrayList<Mark>();
    double first = -(byTeam.size() - 1) / 2.0;
    byTeam.forEach(
        (team, services) ->
            marks.add(
                new Mark(
                    frame.x(spot) + (first + marks.size()) * CELL,
                    frame.y(spot),
                    kinds.get(team),
                    services)));
    return marks;
  }

  private static List<Mark> together(List<Mark> marks) {
    var cells = new LinkedHashMap<String, Mark>();
    marks.forEach(mark -> cells.merge(mark.cell(), mark, MapFigure::joined));
    return List.copyOf(cells.values());
  }

  /** In the middle of all. */
  private static Mark joined(Mark one, Mark other) {
    double n = one.services().size();
    double m = other.services().size();
    var all = new ArrayList<>(one.services());
    all.addAll(other.services());
    return new Mark(
        (one.x() * n + other.x() * m) / (n + m),
        (one.y() * n + other.y() * m) / (n + m),
        one.kind(),
        all);
  }

  private Figure.Spot spot(Mark mark) {
    var first = mark.services().get(0);
    boolean one = mark.services().size() == 1;
    boolean sameTeam = mark.services().stream().allMatch(s -> s.team().equals(first.team()));
    return new Figure.Spot(
        name(mark.services(), sameTeam),
        round(mark.x()),
        round(mark.y()),
        mark.kind(),
        mark.services().size(),
        one ? services.apply(first.service()) : sameTeam ? teams.apply(first.team()) : null);
  }

  private String name(List<Owned> services, boolean sameTeam) {
    var keys = services.stream().map(Owned::service).toList();
    var teams = services.stream().map(Owned::team).distinct().map(names).toList();
    return "%s (%s)"
        .formatted(some(keys, NAMED), sameTeam ? teams.get(0) : Words.count(teams.size(), "team"));
  }

  /** "a, b and c", or "a, b, c and 9 more". */
  private static String some(List<String> names, int most) {
    return names.size() <= most
        ? Words.list(names)
        : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
  }

  private List<List<String>> table() {
    var patterns = new TreeMap<Integer, List<Owned>>();
    map.spots()
        .forEach(
            spot ->
                patterns
                    .computeIfAbsent(spot.pattern(), any -> new ArrayList<>())
                    .addAll(spot.services()));
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Pattern", "Services", "Teams", "Which"));
    patterns.entrySet().stream()
        .limit(PATTERNS)
        .forEach(each -> rows.add(row(each.getKey(), each.getValue())));
    if (patterns.size() > PATTERNS) {
      var rest = patterns.values().stream().skip(PATTERNS).flatMap(List::stream).toList();
      rows.add(
          List.of(
              "%d smaller ones".formatted(patterns.size() - PATTERNS),
              String.valueOf(rest.size()),
              String.valueOf(rest.stream().map(Owned::team).distinct().count()),
              "–"));
    }
    return rows;
  }

  private List<String> row(int pattern, List<Owned> services) {
    var teams = services.stream().map(Owned::team).distinct().map(names).sorted().toList();
    var keys = services.stream().map(Owned::service).sorted().toList();
    return List.of(
        String.valueOf(pattern + 1),
        String.valueOf(keys.size()),
        some(teams, LISTED),
        some(keys, LISTED));
  }

  private static double round(double value) {
    return Math.rint(value * 10) / 10;
  }

  /** Brings the plane of distances into a field that is 100 wide; both ways with one unit. */
  private record Frame(double left, double bottom, double unit, double height) {
    static Frame around(List<PatternMap.Spot> spots) {
      var x = spots.stream().mapToDouble(PatternMap.Spot::x).summaryStatistics();
      var y = spots.stream().mapToDouble(PatternMap.Spot::y).summaryStatistics();
      double wide = x.getCount() == 0 ? 0 : x.getMax() - x.getMin();
      double high = x.getCount() == 0 ? 0 : y.getMax() - y.getMin();
      if (wide == 0 && high == 0) return new Frame(x.getMin(), y.getMin(), 0, LOWEST);
      double unit = Math.min(100 / Math.max(wide, 1e-9), HIGHEST / Math.max(high, 1e-9));
      double height = Math.max(LOWEST, high * unit);
      return new Frame(
          x.getMin() - (100 / unit - wide) / 2,
          y.getMin() - (height / unit - high) / 2,
          unit,
          height);
    }

    double x(PatternMap.Spot spot) {
      return unit == 0 ? 50 : (spot.x() - left) * unit;
    }

    double y(PatternMap.Spot spot) {
      return unit == 0 ? height / 2 : (spot.y() - bottom) * unit;
    }

    /** Null where nothing lies apart. */
    Double tenth() {
      return unit == 0 || unit > 500 ? null : (Double) (0.1 * unit);
    }
  }
}
