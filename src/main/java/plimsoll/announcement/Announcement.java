package plimsoll.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.access.Secret;

/** What is done about a campaign's results, under a link that nobody guesses. */
@Entity
@Table(name = "announcement")
class Announcement {
  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  private String link;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected Announcement() {}

  Announcement(UUID campaign) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.link = Secret.random();
  }

  void publish(Instant at) {
    publishedAt = at;
  }

  UUID id() {
    return id;
  }

  UUID campaign() {
    return campaign;
  }

  String link() {
    return link;
  }

  /** Null while it can be edited. */
  Instant publishedAt() {
    return publishedAt;
  }
}
