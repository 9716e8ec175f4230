package plimsoll.pattern.copy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import plimsoll.pattern.Outline;

/**
 * What is kept of a file to find its copies: its windows of {@value #WINDOW} lines, each as a
 * number. It takes some ten bytes for each line of the file.
 *
 * @param path of the file
 * @param part of the way to production; only files of one part are compared
 * @param lines how many the file has, normalised
 * @param windows sorted, each once; empty for a file of fewer lines, which is compared with none
 * @param shared what it takes by reference, without versions; sorted, each once
 */
public record Imprint(String path, String part, int lines, long[] windows, List<String> shared) {
  /** Lines in a window; a judgement. */
  public static final int WINDOW = 3;

  public Imprint {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(part, "part");
    shared = shared.stream().distinct().sorted().toList();
  }

  public static Imprint of(Outline outline) {
    var lines = outline.lines().stream().mapToLong(Hash::of).toArray();
    return new Imprint(
        outline.path(), outline.part(), lines.length, windows(lines), outline.shared());
  }

  private static long[] windows(long[] lines) {
    return IntStream.rangeClosed(0, lines.length - WINDOW)
        .mapToLong(i -> Hash.and(Hash.and(lines[i], lines[i + 1]), lines[i + 2]))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Jaccard's: windows that both have, over windows that either has; 0 of files without any. */
  public double similarity(Imprint other) {
    int both = common(windows, other.windows);
    int either = windows.length + other.windows.length - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /** Whether similarity can reach this at all, by the numbers of windows alone. */
  boolean mayReach(double least, Imprint other) {
    int fewer = Math.min(windows.length, other.windows.length);
    return fewer > 0 && fewer >= least * Math.max(windows.length, other.windows.length);
  }

  /** Whether both take something by the same reference, so that what they have alike is reuse. */
  boolean sharesWith(Imprint other) {
    return shared.stream().anyMatch(other.shared::contains);
  }

  private static int common(long[] one, long[] other) {
    int both = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      long mine = one[i];
      long theirs = other[j];
      if (mine == theirs) both++;
      if (mine <= theirs) i++;
      if (theirs <= mine) j++;
    }
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Imprint that
        && path.equals(that.path)
        && part.equals(that.part)
        && lines == that.lines
        && Arrays.equals(windows, that.windows)
        && shared.equals(that.shared);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, part, lines, Arrays.hashCode(windows), shared);
  }

  @Override
  public String toString() {
    return "%s (%s, %d lines)".formatted(path, part, lines);
  }
}
