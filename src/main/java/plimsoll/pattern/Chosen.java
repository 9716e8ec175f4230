package plimsoll.pattern;

import java.util.Objects;

/**
 * What a service chose, and where that was read.
 *
 * @param value as {@link Feature.Type} takes it
 */
public record Chosen(String value, Evidence evidence) {

  public Chosen {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(evidence, "evidence");
  }
}
