package plimsoll.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import plimsoll.access.Refusal;

/** Bytes that somebody sent, in the form that was named or else in the one that they look like. */
record Upload(byte[] bytes, Form form) {
  static final int BYTES_MAX = 20_000_000;
  private static final int DOCUMENTS_MAX = 100_000;

  /** YAML may start with a bracket too, but seldom with a quoted name after it. */
  private static final Pattern JSON_START = Pattern.compile("\\s*[\\[{]\\s*[\"\\[{\\]}]");

  /** The forms that a catalog may come in. */
  enum Form {
    YAML("backstage"),
    JSON("backstage"),
    CSV("csv"),
    /** Nobody said; look at it. */
    ANY(null);

    private final String source;

    Form(String source) {
      this.source = source;
    }

    /** The form that a content type names. */
    static Form of(String contentType) {
      if (contentType == null) {
        return ANY;
      }
      var type = contentType.toLowerCase(Locale.ROOT);
      return type.contains("json") ? JSON : type.contains("csv") ? CSV : YAML;
    }
  }

  static Upload of(String text) {
    return new Upload(text.getBytes(StandardCharsets.UTF_8), Form.ANY);
  }

  /**
   * What it states. Nothing else is done with it.
   *
   * @throws Refusal 400 when it cannot be read, 413 when it is too large, 422 when nothing of it
   *     can be used
   */
  Listing listing() {
    var text = text();
    var listing = listing(text, seen(text));
    if (listing.isEmpty() && listing.ignored() == 0) {
      throw Refusal.wrong(
          "Nothing in this import can be used, and nothing was changed.",
          listing.problems().stream()
              .map(each -> new Refusal.Fault("/" + each.document(), each.message()))
              .toList());
    }
    return listing;
  }

  /** What imports of this form are called where the sender gave no name. */
  String source() {
    return seen(text()).source;
  }

  private Form seen(String text) {
    return form == Form.ANY ? look(text) : form;
  }

  private static Form look(String text) {
    if (JSON_START.matcher(text).lookingAt()) {
      return Form.JSON;
    }
    var head = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return head.contains("team") && head.matches(".*[,;\t].*") && !head.contains(": ")
        ? Form.CSV
        : Form.YAML;
  }

  private static Listing listing(String text, Form form) {
    try {
      return switch (form) {
        case JSON -> Backstage.read(limited(Documents.inJson(text)));
        case CSV -> Spreadsheet.read(text);
        default -> Backstage.read(limited(Documents.inYaml(text)));
      };
    } catch (Documents.UnreadableException e) {
      throw new Refusal(400, e.getMessage() + " Nothing was changed.");
    }
  }

  private static Documents limited(Documents documents) {
    if (documents.all().size() > DOCUMENTS_MAX) {
      throw new Refusal(413, "An import takes at most 100,000 documents. Send it in parts.");
    }
    return documents;
  }

  private String text() {
    if (bytes.length > BYTES_MAX) {
      throw new Refusal(413, "An import takes at most 20 MB. Send it in parts.");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "This is not UTF-8 text. Save it as UTF-8 and send it again.");
    }
  }
}
