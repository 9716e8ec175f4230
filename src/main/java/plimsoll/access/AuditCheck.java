package plimsoll.access;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the record from its beginning and notes where an entry is missing or was changed.
 * Whoever can write to the database and works out all later hashes anew is not found out so; a
 * number with its hash that somebody noted elsewhere tells even then.
 */
final class AuditCheck {
  private static final int MOST_FAULTS = 20;
  private static final String HASH = "[0-9a-f]{64}";

  private final AuditHead head;
  private final Noted noted;
  private final List<String> faults = new ArrayList<>();
  private long next;
  private String before;
  private boolean beginningIsNamed;
  private boolean notedFound;

  /**
   * What somebody wrote down at an earlier visit.
   *
   * @param number of an entry; null when nothing is to be compared
   */
  record Noted(Long number, String hash) {
    /**
     * @throws Refusal 422 when it is neither empty nor a number with a hash
     */
    static Noted of(String number, String hash) {
      var of = number == null ? "" : number.strip();
      var like = hash == null ? "" : hash.strip();
      if (of.isEmpty() && like.isEmpty()) return new Noted(null, "");
      if (!of.matches("\\d{1,18}") || !like.matches(HASH)) {
        throw Refusal.wrong(
            "/number", "Give a number and the 64 letters and digits of its hash, or neither.");
      }
      return new Noted(Long.valueOf(of), like);
    }
  }

  /**
   * What a check found.
   *
   * @param entries how many were looked at
   * @param faults empty when all fit together; at most 20
   */
  public record Finding(long entries, long first, long last, String lastHash, List<String> faults) {
    public boolean whole() {
      return faults.isEmpty();
    }
  }

  AuditCheck(AuditHead head, Noted noted) {
    this.head = head;
    this.noted = noted;
    this.next = head.firstNumber();
    this.before = head.hashBefore();
    this.beginningIsNamed = head.firstNumber() == 1;
  }

  /** Takes the next entry by number. */
  void take(AuditEntry entry) {
    if (entry.number() != next) fault("Missing: " + span(next, entry.number() - 1) + ".");
    else if (!entry.follows(before)) {
      fault("Changed: entry " + next + " is not as it was written.");
    }
    if (entry.target().contains(head.hashBefore())) beginningIsNamed = true;
    if (noted.number() != null && noted.number() == entry.number()) compare(entry);
    next = entry.number() + 1;
    before = entry.hash();
  }

  Finding finding() {
    if (next != head.lastNumber() + 1) {
      fault("Missing at the end: " + span(next, head.lastNumber()) + ".");
    } else if (!before.equals(head.lastHash())) {
      fault("Changed: the last entry, " + head.lastNumber() + ", is not as it was written.");
    }
    if (!beginningIsNamed) {
      fault("Missing at the beginning: no entry tells why it starts at " + head.firstNumber());
    }
    if (noted.number() != null && !notedFound) {
      fault(
          "The entry that you noted, "
              + noted.number()
              + ", is not here: it was deleted when its time was over, or taken out.");
    }
    return new Finding(
        head.lastNumber() - head.firstNumber() + 1,
        head.firstNumber(),
        head.lastNumber(),
        head.lastHash(),
        List.copyOf(faults));
  }

  private void compare(AuditEntry entry) {
    notedFound = true;
    if (!entry.hash().equals(noted.hash())) {
      fault("Rewritten: entry " + entry.number() + " is not the one that you noted.");
    }
  }

  private void fault(String words) {
    if (faults.size() < MOST_FAULTS) faults.add(words);
  }

  private static String span(long from, long to) {
    return from == to ? "entry " + from : "entries " + from + " to " + to;
  }
}
