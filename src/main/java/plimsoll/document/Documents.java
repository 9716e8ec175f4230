package plimsoll.document;

import java.util.List;
import java.util.Locale;

/** What a file says, in the language that its name tells. */
public final class Documents {
  private Documents() {}

  /** The documents of a file as {@link Node}s; JSON where the name says so, and else YAML. */
  public static List<YamlStream.Part> of(String path, String text) {
    return path.toLowerCase(Locale.ROOT).endsWith(".json")
        ? JsonStream.nodes(text)
        : YamlStream.nodes(text);
  }
}
