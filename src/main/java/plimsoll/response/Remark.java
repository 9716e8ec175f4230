package plimsoll.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import plimsoll.access.Refusal;

/** Somebody's own words on one item, apart from all other answers and without the team. */
@Entity
@Table(name = "remark")
class Remark {
  /** What a reviewer writes where something was left out. */
  static final String LEFT_OUT_HERE = "[…]";

  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  private String item;
  private String words;

  @Column(name = "reviewers_only")
  private boolean reviewersOnly;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "let_through")
  private String letThrough;

  protected Remark() {}

  /** What became of it. */
  enum State {
    WAITING,
    LET_THROUGH,
    LEFT_OUT
  }

  /**
   * @param words without names
   */
  Remark(UUID campaign, String item, String words, boolean reviewersOnly) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.item = item;
    this.words = words;
    this.reviewersOnly = reviewersOnly;
    this.state = State.WAITING;
  }

  /**
   * Lets others read it, whole or shortened.
   *
   * @throws Refusal 409 when the author wanted it read by reviewers alone, 422 when a word was
   *     added or changed
   */
  void letThrough(String shortened) {
    if (reviewersOnly) {
      throw new Refusal(
          409, "Whoever wrote this wants it read by those who review alone. It was not shown.");
    }
    if (shortened.isBlank() || !isShortened(shortened)) {
      throw Refusal.wrong(
          "/words",
          "Words may be left out, and "
              + LEFT_OUT_HERE
              + " put in their place; nothing may be"
              + " added or changed. Nothing was saved.");
    }
    letThrough = shortened.strip();
    state = State.LET_THROUGH;
  }

  void leaveOut() {
    letThrough = null;
    state = State.LEFT_OUT;
  }

  private boolean isShortened(String shortened) {
    var left = wordsOf(words).iterator();
    for (var word : wordsOf(shortened.replace(LEFT_OUT_HERE, " "))) {
      boolean found = false;
      while (!found && left.hasNext()) found = left.next().equals(word);
      if (!found) return false;
    }
    return true;
  }

  private static List<String> wordsOf(String text) {
    return Arrays.stream(text.split("[\\s\\p{Punct}…]+")).filter(word -> !word.isEmpty()).toList();
  }

  UUID id() {
    return id;
  }

  UUID campaign() {
    return campaign;
  }

  String item() {
    return item;
  }

  String words() {
    return words;
  }

  boolean reviewersOnly() {
    return reviewersOnly;
  }

  State state() {
    return state;
  }

  /** What others may read; null unless a reviewer let it through. */
  String letThrough() {
    return letThrough;
  }
}
