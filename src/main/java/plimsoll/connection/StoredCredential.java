package plimsoll.connection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A credential as {@link Credentials} closed it. */
@Entity
@Table(name = "connection_credential")
class StoredCredential {
  @Id private UUID connection;
  private byte[] closed;

  protected StoredCredential() {}

  StoredCredential(UUID connection, byte[] closed) {
    this.connection = connection;
    this.closed = closed;
  }

  byte[] closed() {
    return closed;
  }
}
