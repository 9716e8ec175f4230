package plimsoll.announcement;

import java.util.ArrayList;
import java.util.List;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;

/**
 * One thing that people said, and what is done about it.
 *
 * @param said what they said, 1 to 600 characters
 * @param course whether something is done
 * @param because why, 1 to 1000 characters
 * @param due when, at most 100 characters; needed where something is done
 */
public record Answered(String said, Course course, String because, String due) {
  private static final int MOST_SAID = 600;
  private static final int MOST_BECAUSE = 1000;
  private static final int MOST_DUE = 100;

  /** Whether something is done. */
  public enum Course {
    DO("We do"),
    WONT("We won’t");

    private final String words;

    Course(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Answered {
    said = plain(said);
    because = plain(because);
    due = plain(due);
  }

  /** As a form sends it: what is not left undone is done. */
  public static Answered of(String said, String course, String because, String due) {
    var chosen = Course.WONT.name().equals(course) ? Course.WONT : Course.DO;
    return new Answered(said, chosen, because, due);
  }

  /**
   * @throws Refusal 422 that names every fault
   */
  Answered checked() {
    var faults = new ArrayList<Fault>();
    check(said, MOST_SAID, "said", "Say what people said", faults);
    check(because, MOST_BECAUSE, "because", "Say why", faults);
    if (course == Course.DO && due.isEmpty()) {
      faults.add(new Fault("due", "Say when, or at least in which quarter."));
    }
    if (due.length() > MOST_DUE) {
      faults.add(new Fault("due", "Say when in at most " + MOST_DUE + " characters."));
    }
    if (!faults.isEmpty()) throw Refusal.wrong("This was not saved.", faults);
    return this;
  }

  private static void check(String text, int most, String name, String what, List<Fault> faults) {
    if (text.isEmpty() || text.length() > most) {
      faults.add(new Fault(name, what + ", in 1 to " + most + " characters."));
    }
  }

  private static String plain(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
