package plimsoll.pattern;

import java.util.Comparator;
import java.util.Objects;

/**
 * The line on which something was read.
 *
 * @param path of the file, or "namespace/kind/name" of an object in a cluster
 * @param line counted from 1; 0 when it is not known, as for objects of a cluster
 * @param quote what stands there, at most {@value #QUOTE_MAX} characters; empty when what was read
 *     is that something is missing
 */
public record Evidence(String path, int line, String quote) implements Comparable<Evidence> {
  private static final int QUOTE_MAX = 200;
  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::path)
          .thenComparingInt(Evidence::line)
          .thenComparing(Evidence::quote);

  public Evidence {
    Objects.requireNonNull(path, "path");
    var said = quote.strip();
    quote = said.length() > QUOTE_MAX ? said.substring(0, QUOTE_MAX - 1) + "…" : said;
  }

  @Override
  public int compareTo(Evidence other) {
    return ORDER.compare(this, other);
  }
}
