package plimsoll.delivery.metric;

import java.util.List;

/**
 * One figure with everything that is needed to believe it.
 *
 * @param value in {@code unit}; null unless the state is MEASURED
 * @param low lower end of the 95 % interval; null where none can be given
 * @param high upper end of the 95 % interval; null where none can be given
 * @param p75 three quarters are no longer than this; null where it is no distribution, n is below 5
 *     or too many are open
 * @param p90 nine tenths are no longer than this; likewise, and n is 20 or more
 * @param unit "per day", "seconds" or "share" (0 to 1)
 * @param n how many units stand behind it: deployments, commits, failures, tickets or incidents
 * @param hits how many of the n were counted; null where it is no share
 * @param coverage share of the units of which enough is known, 0 to 1
 * @param listed the values themselves, in order, where they are fewer than five; empty otherwise
 * @param alternatives the same figure under other rules
 */
public record Metric(
    Measure measure,
    State state,
    Double value,
    Double low,
    Double high,
    Tail p75,
    Tail p90,
    String unit,
    int n,
    Integer hits,
    double coverage,
    List<Double> listed,
    List<Alternative> alternatives,
    Provenance provenance) {

  /** Fewer units than this may be shown but must not weigh in a verdict. */
  public static final int WEIGHS_FROM = 10;

  public Metric {
    listed = List.copyOf(listed);
    alternatives = List.copyOf(alternatives);
    if ((value != null) != (state == State.MEASURED)) {
      throw new IllegalArgumentException("a value is there exactly when it was measured");
    }
  }

  /** True when it rests on enough units to weigh in a verdict. */
  public boolean weighs() {
    return state == State.MEASURED && n >= WEIGHS_FROM;
  }

  /** Why there is a value, or none. */
  public enum State {
    MEASURED,
    /** Fewer than five values: they are listed, and not summed up. */
    LISTED,
    /** It is known that nothing of the kind happened. */
    NONE,
    /** No record could tell. */
    UNKNOWN,
    /** The question has no meaning here, such as the fail rate of no deployment. */
    NOT_APPLICABLE,
    /** More than 2 % of the records contradict themselves. */
    BLOCKED
  }

  /**
   * A value that only some exceed.
   *
   * @param low lower end of its 95 % interval; null where none can be given
   * @param high upper end of it; null where none can be given
   */
  public record Tail(double value, Double low, Double high) {}

  /**
   * The same figure under another rule.
   *
   * @param key its name in the API
   * @param rule in words
   * @param value null where the rule gives none
   * @param low lower end of the 95 % interval; null where none can be given
   * @param high upper end of it; null where none can be given
   * @param hits how many of the n were counted; null where it is no share
   * @param listed the values themselves where they are fewer than five; empty otherwise
   */
  public record Alternative(
      String key,
      String rule,
      Double value,
      Double low,
      Double high,
      int n,
      Integer hits,
      List<Double> listed) {
    public Alternative {
      listed = listed == null ? List.of() : List.copyOf(listed);
    }

    static Alternative of(String key, String rule, Metric metric) {
      return new Alternative(
          key, rule, metric.value, metric.low, metric.high, metric.n, metric.hits, metric.listed);
    }
  }

  /**
   * What it is made of.
   *
   * @param rule how it was counted
   * @param edition of the rules
   * @param inferred how many of the units rest on a guess that a rule made, and not on a record
   * @param excluded how many were left out because their times contradict each other
   * @param notes what else a reader should know, each a plain sentence
   */
  public record Provenance(
      String rule, String edition, int inferred, int excluded, List<String> notes) {
    public Provenance {
      notes = List.copyOf(notes);
    }
  }
}
