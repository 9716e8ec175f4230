package plimsoll.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import plimsoll.json.Json;

/**
 * What a reading brought in. It is kept apart from the reading, because of a large organisation it
 * is many megabytes, and who lists readings or asks how far one is needs none of it.
 */
@Entity
@Table(name = "harvest")
class Harvest {
  @Id
  @Column(name = "reading_id")
  private UUID reading;

  private String findings;

  protected Harvest() {}

  Harvest(UUID reading, Findings findings) {
    this.reading = reading;
    this.findings = Json.write(findings);
  }

  Findings findings() {
    return Json.read(findings, Findings.class);
  }
}
