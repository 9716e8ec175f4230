package plimsoll.pattern.copy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plimsoll.pattern.Outline;

/** Makes files for tests. */
public final class Files {
  private Files() {}

  /** A pipeline without references. */
  public static Outline pipeline(String path, String... lines) {
    return new Outline(path, "pipeline", List.of(lines), List.of());
  }

  /** Lines "p1=v", "p2=v" and so on, some of them changed. */
  public static String[] lines(int count, Integer... changed) {
    var other = List.of(changed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "p" + i + "=" + (other.contains(i) ? "changed" : "v"))
        .toArray(String[]::new);
  }

  static Filed of(String team, String service, Outline outline) {
    return new Filed(service, team, Imprint.of(outline));
  }

  static Filed of(String team, String service, String... lines) {
    return of(team, service, pipeline(service + ".yml", lines));
  }

  static Filed referring(String team, String service, String source, String... lines) {
    return of(
        team,
        service,
        new Outline(service + ".yml", "pipeline", Arrays.asList(lines), List.of(source)));
  }
}
