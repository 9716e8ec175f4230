package plimsoll.campaign;

import java.util.UUID;

/**
 * A campaign has closed for good. Whoever holds something of it that must not outlive it, destroys
 * it now; whoever reads campaigns may read this one after that (observe with a later priority).
 */
public record CampaignClosed(UUID id) {
  /** Priority of observers that settle what came in, before anybody reads it. */
  public static final int SETTLE = 1000;
}
