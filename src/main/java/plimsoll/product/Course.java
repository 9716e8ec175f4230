package plimsoll.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.stream.Stream;

/** What is done about a bet once its check was due. */
public enum Course {
  @JsonProperty("stop")
  STOP("Stop it"),
  @JsonProperty("change")
  CHANGE("Change it"),
  @JsonProperty("continue")
  CONTINUE("Continue");

  private final String title;

  Course(String title) {
    this.title = title;
  }

  /** As typed into a form; null for anything else. */
  static Course of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst().orElse(null);
  }

  public String title() {
    return title;
  }

  /** As people and clients write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
