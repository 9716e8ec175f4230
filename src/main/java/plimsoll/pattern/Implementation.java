package plimsoll.pattern;

import java.util.Objects;

/**
 * How a service fills a slot.
 *
 * @param slot what it is for
 * @param source of something that is used by reference, such as "acme/workflows/deploy.yml" without
 *     its version; null when the service has its own
 * @param evidence where that was read
 */
public record Implementation(Slot slot, String source, Evidence evidence) {

  public Implementation {
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(evidence, "evidence");
  }
}
