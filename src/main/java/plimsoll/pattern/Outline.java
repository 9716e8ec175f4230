package plimsoll.pattern;

import java.util.List;
import java.util.Objects;

/**
 * What a file says, without what differs between any two services: lines of "path=value", sorted by
 * key, names, digests and hosts masked.
 *
 * @param path of the file
 * @param part of the way to production, such as "pipeline", "manifest" or "composition"; only files
 *     of one part are compared
 * @param lines normalised, never empty
 * @param shared what it takes by reference ({@code uses:}, {@code include:}, a chart's dependency),
 *     without versions
 */
public record Outline(String path, String part, List<String> lines, List<String> shared) {

  public Outline {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(part, "part");
    lines = List.copyOf(lines);
    shared = List.copyOf(shared);
  }
}
