package plimsoll.questionnaire;

import java.util.Set;

/**
 * One edition in short.
 *
 * @param title null where a draft can't be read yet, as are the others below it
 * @param state "file" or "published" where it can be asked, "draft" where it is being written
 * @param asked whether it was asked: then it is kept for good
 * @param faults how many things must be mended before a draft can be published
 */
public record EditionView(
    String name,
    String key,
    String edition,
    String title,
    Integer minutes,
    Set<String> languages,
    Integer items,
    String state,
    boolean asked,
    int faults) {

  /** Its languages in one line. */
  public String spoken() {
    return languages.isEmpty() ? "—" : String.join(", ", languages);
  }
}
