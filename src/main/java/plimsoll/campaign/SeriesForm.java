package plimsoll.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;

/** Reads what was filled in on the page of series; what can't be read is left to the plan. */
final class SeriesForm {
  static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

  private SeriesForm() {}

  /**
   * @throws Refusal 422 for a day that is none
   */
  static Plan plan(Map<String, List<String>> form) {
    var rule = first(form, "rule");
    var byHand = "hand".equals(rule);
    if (byHand && !form.containsKey("teams")) {
      throw Refusal.wrong("/teams", "need one to be ticked at least");
    }
    return new Plan(
        first(form, "survey"),
        byHand ? form.get("teams") : null,
        null,
        null,
        number(first(form, "minimumGroup")),
        first(form, "title"),
        first(form, "askedBy"),
        first(form, "platform"),
        repeats(form),
        byHand ? null : rule(form, rule),
        sample(form),
        number(first(form, "remindDaysBefore")),
        first(form, "channel"));
  }

  private static TeamRule rule(Map<String, List<String>> form, String rule) {
    return switch ("" + rule) {
      case "group" -> new TeamRule(first(form, "group"), null, null);
      case "name" -> new TeamRule(null, first(form, "name"), null);
      default -> new TeamRule(null, null, true);
    };
  }

  private static Repeats repeats(Map<String, List<String>> form) {
    return new Repeats(
        number(first(form, "everyWeeks")),
        first(form, "weekday"),
        first(form, "at"),
        first(form, "zone"),
        number(first(form, "openDays")),
        days(text(form, "notOn")),
        text(form, "until").isEmpty() ? null : days(text(form, "until")).get(0));
  }

  private static Sample sample(Map<String, List<String>> form) {
    var percent = number(first(form, "percent"));
    return percent == null ? null : new Sample(percent / 100.0, null);
  }

  private static List<LocalDate> days(String text) {
    try {
      return text.isEmpty()
          ? List.of()
          : List.of(text.split("[\\s,;]+")).stream().map(LocalDate::parse).toList();
    } catch (DateTimeParseException e) {
      throw Refusal.wrong("/notOn", "must be days such as 2026-12-25, with blanks between");
    }
  }

  private static String text(Map<String, List<String>> form, String name) {
    var text = first(form, name);
    return text == null ? "" : text.strip();
  }

  private static String first(Map<String, List<String>> form, String name) {
    var values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  /** What is no number becomes one that no plan can have, so that the plan refuses it. */
  private static Integer number(String text) {
    if (text == null || text.isBlank()) return null;
    return text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : Integer.valueOf(-1);
  }
}
