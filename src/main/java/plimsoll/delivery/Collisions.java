package plimsoll.delivery;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** Does again what failed because somebody else wrote the same rows at the same time. */
public final class Collisions {
  private static final int TRIES = 10;

  /** SQL states of a key that somebody else wrote first, of deadlocks and of locks not had. */
  private static final Set<String> STATES =
      Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131", "90112");

  private Collisions() {}

  /**
   * @param work a whole transaction
   */
  public static <T> T retry(Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (tries == TRIES || !isOne(e)) throw e;
        pause(tries);
      }
    }
  }

  static boolean isOne(Throwable thrown) {
    return find(thrown, STATES::contains);
  }

  /** True when the data itself is what the database does not take. */
  static boolean isBadData(Throwable thrown) {
    return find(thrown, state -> state.startsWith("22") || state.startsWith("23"));
  }

  static boolean isOfTheDatabase(Throwable thrown) {
    return find(thrown, state -> true);
  }

  private static boolean find(Throwable thrown, java.util.function.Predicate<String> states) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && holds(sql, states)) return true;
    }
    return false;
  }

  /** A batch reports its own state; the one that tells stands in the next exception. */
  private static boolean holds(SQLException first, java.util.function.Predicate<String> states) {
    for (var sql = first; sql != null; sql = sql.getNextException()) {
      if (sql.getSQLState() != null && states.test(sql.getSQLState())) return true;
    }
    return false;
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(10L * tries * tries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
