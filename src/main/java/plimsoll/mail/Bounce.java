package plimsoll.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A letter that came back for good, by its report (RFC 3464): the letter's own Message-ID tells
 * which, so an address that was rewritten on the way does no harm.
 *
 * @param reason what the other server said
 */
record Bounce(UUID letter, String reason) {
  private static final Pattern ID =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");
  private static final int MOST_BYTES = 200_000;

  /** Empty for what is no report of a final failure of one of our letters. */
  static Optional<Bounce> of(Part mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report")) return Optional.empty();
    var parts = (Multipart) mail.getContent();
    Optional<String> failure = Optional.empty();
    Optional<UUID> letter = Optional.empty();
    for (int i = 0; i < parts.getCount(); i++) {
      var part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        failure = failure(bytes(part));
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        letter = letter(bytes(part));
      }
    }
    var why = failure;
    return letter.flatMap(id -> why.map(reason -> new Bounce(id, reason)));
  }

  /** Groups of fields, the first of the mail and one of each receiver, with blank lines between. */
  private static Optional<String> failure(byte[] status) throws MessagingException {
    var in = new ByteArrayInputStream(status);
    while (in.available() > 0) {
      var group = new InternetHeaders(in);
      if ("failed".equalsIgnoreCase(field(group, "Action"))
          && field(group, "Status").startsWith("5")) {
        var said = field(group, "Diagnostic-Code").replaceFirst("(?i)^smtp;\\s*", "");
        return Optional.of(said.isEmpty() ? "It came back: " + field(group, "Status") : said);
      }
    }
    return Optional.empty();
  }

  private static String field(InternetHeaders group, String name) {
    var value = group.getHeader(name, null);
    return value == null ? "" : value.strip().replaceAll("\\s+", " ");
  }

  private static Optional<UUID> letter(byte[] original) throws MessagingException {
    var headers = new InternetHeaders(new ByteArrayInputStream(original));
    return Collections.list(headers.getMatchingHeaders(new String[] {"Message-ID"})).stream()
        .map(Header::getValue)
        .map(ID::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> UUID.fromString(found.group(1)))
        .findFirst();
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
