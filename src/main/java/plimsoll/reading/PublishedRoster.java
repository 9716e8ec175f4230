package plimsoll.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The people behind a score that some reading showed. */
@Entity
@Table(name = "published_roster")
public class PublishedRoster {
  @Id private UUID id;
  private String digest;
  private String people;

  /** When the first of the readings that showed it was taken. */
  @Column(name = "published_at")
  private Instant publishedAt;

  protected PublishedRoster() {}

  PublishedRoster(String digest, Set<String> people, Instant publishedAt) {
    this.id = UUID.randomUUID();
    this.digest = digest;
    this.publishedAt = publishedAt;
    this.people = String.join(" ", new TreeSet<>(people));
  }

  static Set<String> people(String stored) {
    return Set.of(stored.split(" "));
  }
}
