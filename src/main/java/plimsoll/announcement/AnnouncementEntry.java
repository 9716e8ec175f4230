package plimsoll.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One line of an announcement. */
@Entity
@Table(name = "announcement_entry")
class AnnouncementEntry {
  @Id private UUID id;

  @Column(name = "announcement_id")
  private UUID announcement;

  private int place;
  private String said;

  @Enumerated(EnumType.STRING)
  private Answered.Course course;

  private String because;
  private String due;

  protected AnnouncementEntry() {}

  AnnouncementEntry(UUID announcement, int place) {
    this.id = UUID.randomUUID();
    this.announcement = announcement;
    this.place = place;
  }

  AnnouncementEntry say(Answered answered) {
    said = answered.said();
    course = answered.course();
    because = answered.because();
    due = answered.due();
    return this;
  }

  UUID announcement() {
    return announcement;
  }

  int place() {
    return place;
  }

  AnnouncementView.Line line() {
    return new AnnouncementView.Line(id, new Answered(said, course, because, due));
  }
}
