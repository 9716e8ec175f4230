package plimsoll.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import plimsoll.figure.Figure;

/**
 * What a report says, before anybody decides how it looks.
 *
 * @param name of the file and in addresses: "readiness", "roadmap"
 * @param title in the report's own words
 * @param subtitle whom and when it speaks of
 * @param taken when the reading was taken: also the date inside a PDF
 * @param identity the digest of what it was made from: equal identity, equal bytes
 */
public record Report(
    String name,
    String title,
    String subtitle,
    Instant taken,
    String identity,
    List<Section> sections) {

  /**
   * @param key stable: the anchor of the section
   */
  public record Section(String key, String title, List<Block> blocks) {}

  /** One thing below another in a section. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.class, name = "verdict"),
    @JsonSubTypes.Type(value = Sentence.class, name = "sentence"),
    @JsonSubTypes.Type(value = Points.class, name = "points"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
    @JsonSubTypes.Type(value = Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Picture.class, name = "picture"),
    @JsonSubTypes.Type(value = Links.class, name = "links"),
    @JsonSubTypes.Type(value = Method.class, name = "method")
  })
  public sealed interface Block {}

  /**
   * The one sentence to remember.
   *
   * @param sure how sure it is, 0 to 1; null where nothing can be said
   */
  public record Verdict(String sentence, Double sure) implements Block {}

  /**
   * @param small true for what explains and isn't the point
   */
  public record Sentence(String text, boolean small) implements Block {}

  /**
   * @param intro a line above them; null for none
   */
  public record Points(String intro, List<String> points) implements Block {}

  /**
   * @param caption what the table shows, as a sentence
   * @param columns the heads, and which hold numbers
   */
  public record Table(String key, String caption, List<Column> columns, List<List<Cell>> rows)
      implements Block {}

  public record Column(String name, boolean numeric) {}

  /**
   * @param href where the cell leads; null for nowhere
   */
  public record Cell(String text, String href) {}

  /** Names with their values. */
  public record Facts(List<Fact> facts) implements Block {}

  public record Fact(String name, String value) {}

  /**
   * @param open true where the table is as much the point as the picture
   */
  public record Picture(Figure figure, boolean open) implements Block {}

  /** Where to go on from here; a page has them, a file has none. */
  public record Links(List<Cell> links) implements Block {}

  /** Where to read how the numbers above it are worked out. */
  public record Method(List<Topic> topics) implements Block {
    static final String OPENING = "How this is worked out: ";

    static Method of(Topic... topics) {
      return new Method(List.of(topics));
    }
  }

  /** The pictures, in order. */
  public List<Figure> figures() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Picture.class::isInstance)
        .map(block -> ((Picture) block).figure())
        .toList();
  }
}
