package plimsoll.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A mail server as its address names it: {@code smtp://user:password@host:port}, {@code smtps://…},
 * {@code imap://…/folder} or {@code imaps://…/folder}. With {@code ?starttls=required} nothing is
 * said in the clear; by itself it is used where the server offers it, and {@code ?starttls=off}
 * never.
 *
 * @param user null when the server asks for none, and the password with it
 * @param folder of IMAP; "INBOX" when none is named
 */
record MailServer(
    String protocol,
    String host,
    int port,
    String user,
    String password,
    String folder,
    String starttls) {
  private static final String CONNECT_MILLISECONDS = "20000";

  /** RFC 5321, 4.5.3.2.6: whoever gives up earlier sends twice. */
  private static final String ANSWER_MILLISECONDS = "600000";

  /**
   * @throws IllegalArgumentException when it is no such address; the words hold no password
   */
  static MailServer of(String url) {
    try {
      var uri = URI.create(url.strip());
      var scheme = "" + uri.getScheme();
      if (!scheme.matches("smtps?|imaps?") || uri.getHost() == null) {
        throw new IllegalArgumentException();
      }
      var who = uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
      return new MailServer(
          scheme,
          uri.getHost(),
          uri.getPort() < 0 ? usual(scheme) : uri.getPort(),
          who == null ? null : decoded(who[0]),
          who == null ? null : who.length < 2 ? "" : decoded(who[1]),
          folder(uri.getPath()),
          starttls("" + uri.getQuery()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must look like smtp://user:password@host:587?starttls=required");
    }
  }

  private static int usual(String scheme) {
    return switch (scheme) {
      case "smtps" -> 465;
      case "imap" -> 143;
      case "imaps" -> 993;
      default -> 587;
    };
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String folder(String path) {
    return path == null || path.length() < 2 ? "INBOX" : path.substring(1);
  }

  private static String starttls(String query) {
    return switch (query) {
      case "starttls=required" -> "required";
      case "starttls=off" -> "off";
      case "null", "" -> "offered";
      default -> throw new IllegalArgumentException();
    };
  }

  /** What Jakarta Mail is told. */
  Properties properties(String sender) {
    var all = new Properties();
    var start = "mail." + protocol + ".";
    all.setProperty(start + "connectiontimeout", CONNECT_MILLISECONDS);
    all.setProperty(start + "timeout", ANSWER_MILLISECONDS);
    all.setProperty(start + "writetimeout", ANSWER_MILLISECONDS);
    all.setProperty(start + "ssl.checkserveridentity", "true");
    all.setProperty(start + "starttls.enable", "" + !starttls.equals("off"));
    all.setProperty(start + "starttls.required", "" + starttls.equals("required"));
    all.setProperty(start + "auth", "" + (user != null));
    // What is only looked at stays unread.
    all.setProperty(start + "peek", "true");
    if (sender != null) all.setProperty(start + "from", sender);
    return all;
  }
}
