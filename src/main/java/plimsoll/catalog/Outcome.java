package plimsoll.catalog;

import java.util.List;

/**
 * What an import did to teams, people and services. Each of them counts once: a person who moves is
 * one updated person.
 *
 * @param retired how many no longer stand, because a complete import left them out
 * @param problems documents that are wrong and were left out
 * @param ignored how many documents are of a kind that is not used here
 * @param notes what is right but deserves a word
 */
public record Outcome(
    int added,
    int updated,
    int unchanged,
    int retired,
    List<Problem> problems,
    int ignored,
    List<Problem> notes) {

  /** The counts as a sentence. */
  public String inWords() {
    return "%d added, %d updated, %d unchanged, %d retired, %d problems"
        .formatted(added, updated, unchanged, retired, problems.size());
  }
}
