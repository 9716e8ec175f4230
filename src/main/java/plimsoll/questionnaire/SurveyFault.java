package plimsoll.questionnaire;

/** Something in a survey's file that must be mended before it can be asked. */
class SurveyFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String field;

  /**
   * @param field where, such as "blocks[0].items[3].scale"; empty for the whole file
   * @param message what it must be instead
   */
  SurveyFault(int line, String field, String message) {
    super(message, null, false, false);
    this.line = line;
    this.field = field;
  }

  int line() {
    return line;
  }

  String field() {
    return field;
  }

  /** As editors take it: "quarterly-2026.1.yaml:42: blocks[0].items[3].scale: must be …". */
  String in(String file) {
    return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + getMessage();
  }
}
