package plimsoll.database;

import java.sql.SQLException;

/** Says in a sentence why the database can't be used, and what mends it. */
final class Obstacle {
  private static final int H2_IN_USE = 90020;
  private static final int H2_FILE = 90028;
  private static final int H2_NO_FILE = 90031;

  private Obstacle() {}

  static String of(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException fault && !known(fault).isEmpty()) {
        return "Plimsoll can't use its database: " + known(fault);
      }
    }
    return "Plimsoll can't use its database: " + last(thrown).getMessage();
  }

  private static String known(SQLException fault) {
    var state = "" + fault.getSQLState();
    if (state.startsWith("28")) {
      return "it refused the name or the password. Check PLIMSOLL_DATABASE_USER and"
          + " PLIMSOLL_DATABASE_PASSWORD.";
    }
    if (state.equals("3D000")) {
      return "it has no database of that name. Create it, or check PLIMSOLL_DATABASE_URL.";
    }
    if (state.startsWith("08")) {
      return "it doesn't answer. Check that it runs, and PLIMSOLL_DATABASE_URL.";
    }
    return file(fault.getErrorCode());
  }

  private static String file(int code) {
    return switch (code) {
      case H2_IN_USE ->
          "another Plimsoll uses the file already. Stop it, or set PLIMSOLL_DATABASE_URL.";
      case H2_FILE, H2_NO_FILE -> "its file can't be read or written. Check the folder's rights.";
      default -> "";
    };
  }

  private static Throwable last(Throwable thrown) {
    return thrown.getCause() == null ? thrown : last(thrown.getCause());
  }
}
