package plimsoll.bench.bare;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row that holds what was sent. */
@Entity
@Table(name = "bare_row")
public class Row {
  @Id private UUID id = UUID.randomUUID();

  @Column(name = "body")
  private String body;

  protected Row() {}

  Row(String body) {
    this.body = body;
  }
}
