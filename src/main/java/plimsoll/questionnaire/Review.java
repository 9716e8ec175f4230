package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.List;
import plimsoll.access.Refusal;
import plimsoll.survey.Lineage;
import plimsoll.survey.Lint;
import plimsoll.survey.Survey;

/**
 * What is to be said of a text before it is published.
 *
 * @param survey null when the text can't be read as one
 * @param faults must be mended before it can be published
 * @param findings should be thought about; they keep nothing from being published
 */
public record Review(Survey survey, List<Fault> faults, List<Lint.Finding> findings) {

  /**
   * Something to mend.
   *
   * @param line from 1
   * @param field such as "blocks[0].items[3].scale"; empty for the whole
   * @param mend what it must be instead
   */
  public record Fault(int line, String field, String mend) {
    /** As one sentence: "Line 4: title lacks de, which the title has". */
    public String words() {
      return "Line " + line + ": " + (field.isEmpty() ? "" : field + " ") + mend;
    }
  }

  /** How long it takes, as it is said and as the linter estimates it. */
  public String minutesInWords() {
    double minutes = Lint.seconds(survey) / 60;
    return String.format(
        java.util.Locale.ROOT,
        "About %.1f minutes by the estimate; it says %d.",
        minutes,
        survey.minutes());
  }

  /**
   * @param earlier all other editions of its key that can be asked
   */
  static Review of(Written draft, List<Survey> earlier) {
    return of(draft.name(), draft.text(), earlier);
  }

  static Review of(String name, String text, List<Survey> earlier) {
    var read = SurveyFile.read(name + ".yaml", text);
    var faults = new ArrayList<>(read.found().stream().map(Review::fault).toList());
    if (read.survey() == null) return new Review(null, List.copyOf(faults), List.of());
    var lines = Lines.of(text);
    Lineage.faults(read.survey(), earlier)
        .forEach(found -> faults.add(lines.fault(found.item(), found.mend())));
    return new Review(read.survey(), List.copyOf(faults), Lint.of(read.survey()));
  }

  /** All of them, each where it stands. */
  static Refusal refusal(List<Fault> faults) {
    return Refusal.wrong(
        "Something in it must be mended first. The draft is as it was.",
        faults.stream()
            .map(
                one ->
                    new Refusal.Fault(
                        pointer(one.field()), "line " + one.line() + ": " + one.mend()))
            .toList());
  }

  private static Fault fault(SurveyFault fault) {
    return new Fault(fault.line(), fault.field(), fault.getMessage());
  }

  private static String pointer(String field) {
    return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
  }
}
