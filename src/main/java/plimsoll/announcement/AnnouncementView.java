package plimsoll.announcement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is done about a campaign's results.
 *
 * @param path where everybody who has it can read it, such as "/changes/4f…"
 * @param publishedAt null while it can be edited, and read by nobody else
 */
public record AnnouncementView(
    UUID campaign,
    String path,
    Instant publishedAt,
    List<Line> lines,
    List<Correction> corrections) {

  public record Line(UUID id, Answered answered) {}

  public record Correction(String words, Instant writtenAt) {}

  public boolean published() {
    return publishedAt != null;
  }
}
