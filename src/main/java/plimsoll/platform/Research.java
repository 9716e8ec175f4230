package plimsoll.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plimsoll.statistics.Proportion;

/**
 * The log of what was asked of users and found. Entries are added and never changed.
 *
 * @param log in any order
 */
public record Research(List<Entry> log) {

  /** So many people of a segment should be talked to in a quarter. */
  static final int ENOUGH_PEOPLE = 5;

  public Research {
    log = List.copyOf(log);
  }

  /**
   * A question, and what became of it.
   *
   * @param answered null while it is open
   * @param segment whose needs it is about
   * @param people how many were asked or watched, 0 or more
   * @param finding null while it is open
   * @param confidence in the finding; null while it is open
   * @param evidence address of notes or data; null for none
   * @param item key of the item on the roadmap that it is about; null for none
   */
  public record Entry(
      LocalDate asked,
      LocalDate answered,
      Method method,
      String segment,
      int people,
      String question,
      String finding,
      Confidence confidence,
      String evidence,
      String item) {

    public Entry {
      BadRecord.unless(people >= 0, "%d people cannot be asked", people);
      BadRecord.unless(
          answered == null || !answered.isBefore(asked), "%s is answered before asked", question);
      BadRecord.unless(
          (answered == null) == (finding == null), "%s has a date or a finding alone", question);
    }
  }

  /** How it was found out. */
  public enum Method {
    INTERVIEW,
    OBSERVATION,
    USABILITY_TEST,
    SURVEY,
    DATA
  }

  /** How much the finding is to be trusted, in the words of who found it. */
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }

  /** People interviewed in the span of days by segment, sorted by name. */
  public Map<String, Integer> interviewed(LocalDate from, LocalDate until) {
    var people = new TreeMap<String, Integer>();
    log.stream()
        .filter(one -> one.method() == Method.INTERVIEW && one.answered() != null)
        .filter(one -> !one.answered().isBefore(from) && one.answered().isBefore(until))
        .forEach(one -> people.merge(one.segment(), one.people(), Integer::sum));
    return people;
  }

  /** Of the segments that matter most, those of which five people or more were interviewed. */
  public Proportion reached(Set<String> priority, LocalDate from, LocalDate until) {
    var people = interviewed(from, until);
    long reached =
        priority.stream().filter(s -> people.getOrDefault(s, 0) >= ENOUGH_PEOPLE).count();
    return new Proportion((int) reached, priority.size());
  }

  /**
   * Of the items on the roadmap, those that a finding spoke for before anybody committed to them.
   *
   * @param committed when, by the item's key
   */
  public Proportion backed(Map<String, LocalDate> committed) {
    long backed =
        committed.entrySet().stream()
            .filter(each -> backed(each.getKey(), each.getValue()))
            .count();
    return new Proportion((int) backed, committed.size());
  }

  /** How many days pass from a question to its answer; open ones are waited for still. */
  public Waiting untilAnswered(LocalDate today) {
    Collection<Waiting.Wait> waits =
        log.stream().map(one -> new Waiting.Wait("", at(one.asked()), at(one.answered()))).toList();
    return Waiting.of(waits, at(today));
  }

  private boolean backed(String item, LocalDate committed) {
    return log.stream()
        .filter(one -> item.equals(one.item()) && one.answered() != null)
        .anyMatch(one -> one.answered().isBefore(committed));
  }

  /** Days are counted and not hours, so any zone without a change of clocks will do. */
  private static Instant at(LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
