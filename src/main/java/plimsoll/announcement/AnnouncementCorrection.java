package plimsoll.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was added after an announcement was published. */
@Entity
@Table(name = "announcement_correction")
class AnnouncementCorrection {
  @Id private UUID id;

  @Column(name = "announcement_id")
  private UUID announcement;

  private String words;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected AnnouncementCorrection() {}

  AnnouncementCorrection(UUID announcement, String words, Instant writtenAt) {
    this.id = UUID.randomUUID();
    this.announcement = announcement;
    this.words = words;
    this.writtenAt = writtenAt;
  }

  AnnouncementView.Correction view() {
    return new AnnouncementView.Correction(words, writtenAt);
  }
}
