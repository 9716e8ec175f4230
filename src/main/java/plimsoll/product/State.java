package plimsoll.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What was decided about an initiative. */
public enum State {
  @JsonProperty("proposed")
  PROPOSED,
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("done")
  DONE;

  /** As people and clients write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Still to be done or to be decided. */
  boolean open() {
    return this == PROPOSED || this == ACCEPTED;
  }

  /** Holds a claim that was made before the work. */
  boolean committed() {
    return this == ACCEPTED || this == DONE;
  }
}
