package plimsoll.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal.Fault;

/** What was filled in on the page of series; what is read but wrong is left to the plan. */
final class SeriesForm {
  static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("survey", "Survey"),
          Map.entry("title", "Title"),
          Map.entry("askedBy", "Who asks"),
          Map.entry("platform", "Your platform"),
          Map.entry("everyWeeks", "Every how many weeks"),
          Map.entry("weekday", "On"),
          Map.entry("at", "At"),
          Map.entry("zone", "In the time zone"),
          Map.entry("openDays", "Open for how many days"),
          Map.entry("remindDaysBefore", "Remind"),
          Map.entry("notOn", "Not on these days"),
          Map.entry("until", "Until"),
          Map.entry("teamRule", "Which teams"),
          Map.entry("teams", "Teams"),
          Map.entry("sample", "A part of each team"),
          Map.entry("minimumGroup", "Minimum group"),
          Map.entry("channel", "Slack channel"));

  private final Map<String, List<String>> form;
  private final List<Fault> faults = new ArrayList<>();

  SeriesForm(Map<String, List<String>> form) {
    this.form = form;
  }

  /** A fault beside the field that it is in. */
  public record Marked(String field, String label, String message) {
    static Marked of(Fault fault) {
      var field = fault.pointer().replaceFirst("^/(repeats/)?", "").replaceFirst("/.*", "");
      return new Marked(field, LABELS.getOrDefault(field, field), fault.message());
    }
  }

  /** What could not be read, once {@link #plan} has been. */
  List<Fault> faults() {
    return faults;
  }

  Plan plan() {
    var rule = first("rule");
    var byHand = "hand".equals(rule);
    if (byHand && !form.containsKey("teams")) {
      faults.add(new Fault("/teams", "need one to be ticked at least"));
    }
    return new Plan(
        first("survey"),
        byHand ? form.get("teams") : null,
        null,
        null,
        number(first("minimumGroup")),
        first("title"),
        first("askedBy"),
        first("platform"),
        repeats(),
        byHand ? null : rule(rule),
        sample(),
        number(first("remindDaysBefore")),
        first("channel"));
  }

  private TeamRule rule(String rule) {
    return switch ("" + rule) {
      case "group" -> new TeamRule(first("group"), null, null);
      case "name" -> new TeamRule(null, text("name"), null);
      default -> new TeamRule(null, null, true);
    };
  }

  private Repeats repeats() {
    return new Repeats(
        number(first("everyWeeks")),
        first("weekday"),
        first("at"),
        text("zone"),
        number(first("openDays")),
        holidays(),
        text("until").isEmpty() ? null : day("until", text("until")));
  }

  private Sample sample() {
    var percent = number(first("percent"));
    if (percent == null) return null;
    if (percent >= 1 && percent <= 100) return new Sample(percent / 100.0, null);
    faults.add(new Fault("/sample", "must be from 1 to 100 percent"));
    return null;
  }

  private List<LocalDate> holidays() {
    var days = new ArrayList<LocalDate>();
    for (var word : text("notOn").split("[\\s,;]+")) {
      var day = word.isEmpty() ? null : day("notOn", word);
      if (day != null) days.add(day);
    }
    return days;
  }

  /** Null where it is none, which is a fault. */
  private LocalDate day(String field, String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException e) {
      var shown = word.length() <= 20 ? word : word.substring(0, 20) + "…";
      faults.add(new Fault("/" + field, "“" + shown + "” is no day such as 2026-12-25"));
      return null;
    }
  }

  private String text(String name) {
    var text = first(name);
    return text == null ? "" : text.strip();
  }

  private String first(String name) {
    var values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  /** What is no number becomes one that no plan can have, so that the plan refuses it. */
  private static Integer number(String text) {
    if (text == null || text.isBlank()) return null;
    return text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : Integer.valueOf(-1);
  }
}
