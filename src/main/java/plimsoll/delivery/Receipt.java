package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of one delivery. */
@Entity
@Table(name = "delivery")
public class Receipt {
  private static final int WORDS_MAX = 2000;

  @Id private UUID id;
  private String source;

  @Column(name = "received_at")
  private Instant receivedAt;

  private String what;
  private String headers = "{}";
  private byte[] body;
  private String state = "folded";
  private int accepted;
  private int duplicates;
  private int ignored;
  private int problems;
  private String words;

  protected Receipt() {}

  Receipt(UUID id, String source, String what, byte[] body, Taken taken, Instant receivedAt) {
    this.id = id;
    this.body = body;
    this.source = source;
    this.receivedAt = receivedAt;
    this.what = what;
    this.accepted = taken.accepted();
    this.duplicates = taken.duplicates();
    this.ignored = taken.ignored();
    this.problems = taken.problems().size();
    this.words = words(taken);
  }

  public String source() {
    return source;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** The kind of delivery, such as "push". */
  public String what() {
    return what;
  }

  public int accepted() {
    return accepted;
  }

  public int duplicates() {
    return duplicates;
  }

  public int ignored() {
    return ignored;
  }

  public int problems() {
    return problems;
  }

  /** The first problems and notes, as sentences. */
  public String words() {
    return words;
  }

  private static String words(Taken taken) {
    var all =
        Stream.concat(taken.problems().stream(), taken.notes().stream())
            .map(one -> one.message())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(" "));
    return all.length() <= WORDS_MAX ? all : all.substring(0, WORDS_MAX - 1) + "…";
  }
}
