package plimsoll.survey;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One thing that is asked. Its id never changes its words: new words are a new id. */
public sealed interface Question {

  /** Such as "D1a"; unique within a survey. */
  String id();

  Text wording();

  /** Empty where the answer cannot be read as this kind; then {@link #expects} says what could. */
  Optional<Answer> read(Object value);

  /** What an answer must be, to be read after "must be ". */
  String expects();

  /** What is answered by itself: the rows of a matrix, and else the question. */
  default List<? extends Question> items() {
    return List.of(this);
  }

  /** A question that is answered with a whole number on a scale, and may speak to a construct. */
  sealed interface Scored extends Question permits Rating, Slider {

    /** Whether a higher point is more need, less need, or neither. */
    Direction direction();

    /** What it speaks to; null where it is read on its own. */
    String construct();

    int lowest();

    int highest();

    @Override
    default Optional<Answer> read(Object value) {
      return value instanceof Integer point && point >= lowest() && point <= highest()
          ? Optional.of(new Answer.Point(point))
          : Optional.empty();
    }

    @Override
    default String expects() {
      return "a whole number from " + lowest() + " to " + highest() + orNone();
    }
  }

  /**
   * A choice of one point of a scale.
   *
   * @param construct what it speaks to; null where it is read on its own
   */
  record Rating(String id, Text wording, Scale scale, Direction direction, String construct)
      implements Scored {

    @Override
    public int lowest() {
      return scale.lowest();
    }

    @Override
    public int highest() {
      return scale.highest();
    }
  }

  /**
   * A place on a line from 0 to 100.
   *
   * @param low words at 0
   * @param high words at 100
   * @param construct what it speaks to; null where it is read on its own
   */
  record Slider(String id, Text wording, Text low, Text high, Direction direction, String construct)
      implements Scored {

    @Override
    public int lowest() {
      return 0;
    }

    @Override
    public int highest() {
      return 100;
    }
  }

  /**
   * Like items on one scale, shown as the rows of a table.
   *
   * @param wording what all rows begin with
   */
  record Matrix(String id, Text wording, List<Rating> rows) implements Question {
    private static final int MOST_ROWS = 12;

    public Matrix {
      rows = List.copyOf(rows);
      if (rows.size() < 2 || rows.size() > MOST_ROWS) {
        throw new IllegalArgumentException("a matrix has 2 to " + MOST_ROWS + " rows");
      }
      if (rows.stream().map(row -> row.scale().key()).distinct().count() > 1) {
        throw new IllegalArgumentException("all rows of a matrix have one scale");
      }
    }

    public Scale scale() {
      return rows.get(0).scale();
    }

    @Override
    public List<? extends Question> items() {
      return rows;
    }

    @Override
    public Optional<Answer> read(Object value) {
      return Optional.empty();
    }

    @Override
    public String expects() {
      return "answered row by row";
    }
  }

  /** A question for yes or no, mostly to ask further only whom it concerns. */
  record YesNo(String id, Text wording) implements Question {

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof Boolean yes ? Optional.of(new Answer.Choice(yes)) : Optional.empty();
    }

    @Override
    public String expects() {
      return "true, false" + orNone();
    }
  }

  /** A choice of one. */
  record OneOf(String id, Text wording, List<Option> options) implements Question {

    public OneOf {
      options = checked(options);
    }

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof String key && keys(options).contains(key)
          ? Optional.of(new Answer.Picked(key))
          : Optional.empty();
    }

    @Override
    public String expects() {
      return "one of " + String.join(", ", keys(options)) + orNone();
    }
  }

  /**
   * A choice of all that hold.
   *
   * @param most how many may be chosen
   */
  record SeveralOf(String id, Text wording, List<Option> options, int most) implements Question {

    public SeveralOf {
      options = checked(options);
      checkMost(most, options);
    }

    @Override
    public Optional<Answer> read(Object value) {
      return chosen(value, options, most)
          .map(
              given -> new Answer.Several(keys(options).stream().filter(given::contains).toList()));
    }

    @Override
    public String expects() {
      return "a list of 1 to " + most + " of " + String.join(", ", keys(options)) + orNone();
    }
  }

  /**
   * An order of what matters most.
   *
   * @param most how many may be ranked; the others stand below them
   */
  record Ranking(String id, Text wording, List<Option> options, int most) implements Question {

    public Ranking {
      options = checked(options);
      checkMost(most, options);
    }

    @Override
    public Optional<Answer> read(Object value) {
      return chosen(value, options, most).map(Answer.Ranked::new);
    }

    @Override
    public String expects() {
      return "a list, first in rank first, of 1 to "
          + most
          + " of "
          + String.join(", ", keys(options))
          + orNone();
    }
  }

  /**
   * A number in a unit.
   *
   * @param unit as it stands after the number, such as "hours a week"
   * @param lowest least that is taken
   * @param highest most that is taken
   * @param decimals digits after the point at most, 0 to 3
   */
  record Quantity(
      String id, Text wording, Text unit, BigDecimal lowest, BigDecimal highest, int decimals)
      implements Question {
    private static final int MOST_DECIMALS = 3;

    public Quantity {
      if (lowest.compareTo(highest) >= 0) {
        throw new IllegalArgumentException("lowest must be less than highest");
      }
      if (decimals < 0 || decimals > MOST_DECIMALS) {
        throw new IllegalArgumentException("decimals must be 0 to " + MOST_DECIMALS);
      }
    }

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof Number number
          ? exact(number).filter(this::fits).map(Answer.Quantity::new)
          : Optional.empty();
    }

    @Override
    public String expects() {
      return "a number from "
          + lowest.toPlainString()
          + " to "
          + highest.toPlainString()
          + (decimals == 0 ? "" : ", digits after the point: at most " + decimals)
          + orNone();
    }

    /** Empty for numbers that are written with an exponent so large that nobody means it. */
    private static Optional<BigDecimal> exact(Number number) {
      try {
        var value = new BigDecimal(number.toString());
        return Math.abs((long) value.scale()) > 100 ? Optional.empty() : Optional.of(value);
      } catch (NumberFormatException infinite) {
        return Optional.empty();
      }
    }

    private boolean fits(BigDecimal value) {
      return value.compareTo(lowest) >= 0
          && value.compareTo(highest) <= 0
          && value.stripTrailingZeros().scale() <= decimals;
    }
  }

  /**
   * A question for one's own words.
   *
   * @param hint what to mind when writing
   * @param longest characters (UTF-16 units) at most
   * @param lines whether it may have more than one line
   */
  record OpenText(String id, Text wording, Text hint, int longest, boolean lines)
      implements Question {

    /** With as many lines as one likes. */
    public OpenText(String id, Text wording, Text hint, int longest) {
      this(id, wording, hint, longest, true);
    }

    @Override
    public Optional<Answer> read(Object value) {
      return value instanceof String words && words.length() <= longest && (lines || oneLine(words))
          ? Optional.of(new Answer.Words(words))
          : Optional.empty();
    }

    @Override
    public String expects() {
      return "text of at most " + longest + " characters" + (lines ? "" : ", in one line");
    }

    private static boolean oneLine(String words) {
      return words.indexOf('\n') < 0 && words.indexOf('\r') < 0;
    }
  }

  /** How a higher point reads. */
  enum Direction {
    /** More need, or heavier load. */
    MORE_NEED,
    /** Less need: the item states the good practice. */
    LESS_NEED,
    /** Not scored as a need. */
    NONE
  }

  private static String orNone() {
    return ", or \"" + Answer.NO_BASIS + "\" or \"" + Answer.DECLINED + "\"";
  }

  private static List<String> keys(List<Option> options) {
    return options.stream().map(Option::key).toList();
  }

  /** The same keys, where they are options, none is there twice, and they are not too many. */
  private static Optional<List<String>> chosen(Object value, List<Option> options, int most) {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > most) {
      return Optional.empty();
    }
    var keys = keys(options);
    boolean sound = keys.containsAll(list) && new HashSet<>(list).size() == list.size();
    return sound ? Optional.of(list.stream().map(String.class::cast).toList()) : Optional.empty();
  }

  private static List<Option> checked(List<Option> options) {
    if (options.size() < 2 || options.size() > Option.MOST) {
      throw new IllegalArgumentException("there are 2 to " + Option.MOST + " options");
    }
    if (new HashSet<>(keys(options)).size() < options.size()) {
      throw new IllegalArgumentException("an option's key is used twice");
    }
    if (keys(options).stream().anyMatch(Answer::isNone)) {
      throw new IllegalArgumentException("an option can't have the key of \"no answer\"");
    }
    return List.copyOf(options);
  }

  private static void checkMost(int most, List<Option> options) {
    if (most < 1 || most > options.size()) {
      throw new IllegalArgumentException("most must be from 1 to the number of options");
    }
  }
}
