package plimsoll.workload.manifest;

import plimsoll.document.Node;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;

/** What is said of a trait, with the line. */
final class Findings {
  private Findings() {}

  static Finding yes(Manifest where, Node part, String name, String why) {
    return new Finding(Answer.YES, where.evidence(part, name), why);
  }

  static Finding no(Manifest where, Node part, String name, String why) {
    return new Finding(Answer.NO, where.evidence(part, name), why);
  }

  static Finding unknown(Manifest where, Node part, String name, String why) {
    return new Finding(Answer.UNKNOWN, where.evidence(part, name), why);
  }

  /** That something is missing where it would stand. */
  static Finding lacks(Running workload, String why) {
    return new Finding(Answer.NO, workload.manifest().lacking(), why);
  }

  static Finding untold(String why) {
    return new Finding(Answer.UNKNOWN, null, why);
  }

  static Finding notApplicable(String why) {
    return new Finding(Answer.NOT_APPLICABLE, null, why);
  }
}
