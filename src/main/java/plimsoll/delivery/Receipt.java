package plimsoll.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of one request.
 *
 * @param what the kind of delivery, such as "push"
 * @param accepted events that it stated
 * @param duplicates events that had been known before
 * @param words the first problems and notes, as sentences
 */
public record Receipt(
    UUID id,
    String source,
    Instant receivedAt,
    String what,
    State state,
    int accepted,
    int duplicates,
    int ignored,
    int problems,
    String words) {
  static final String COLUMNS =
      "id, source, received_at, what, state, accepted, duplicates, ignored, problems, words";

  private static final int WORDS_MAX = 2000;
  private static final int WORDS_SHOWN = 5;

  /** Whether its events count already. */
  public enum State {
    WAITING,
    FOLDED,
    /** It could not be read or stored; it is kept, and the others went on. */
    STUCK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Receipt of(
      UUID id, String source, String what, State state, Taken taken, Instant receivedAt) {
    return new Receipt(
        id,
        source,
        receivedAt,
        what,
        state,
        taken.accepted(),
        taken.duplicates(),
        taken.ignored(),
        taken.problems().size(),
        words(taken));
  }

  static Receipt of(ResultSet row) throws SQLException {
    return new Receipt(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getString(10));
  }

  static String cut(String words) {
    return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX - 1) + "…";
  }

  static String words(Taken taken) {
    return cut(
        Stream.concat(taken.problems().stream(), taken.notes().stream())
            .map(one -> one.message())
            .distinct()
            .limit(WORDS_SHOWN)
            .collect(Collectors.joining(" ")));
  }
}
