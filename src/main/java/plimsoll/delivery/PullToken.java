package plimsoll.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The token with which a forge is asked for a past, as {@link PullTokens} closed it. */
@Entity
@Table(name = "pull_token")
class PullToken {
  @Id private UUID backfill;
  private byte[] closed;

  protected PullToken() {}

  PullToken(UUID backfill, byte[] closed) {
    this.backfill = backfill;
    this.closed = closed;
  }

  byte[] closed() {
    return closed;
  }
}
