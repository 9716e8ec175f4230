package plimsoll.pattern.copy;

import java.util.List;
import java.util.function.BiFunction;
import plimsoll.pattern.Outline;

/**
 * Files of two teams or more that hang together by being copies of each other.
 *
 * @param part of the way to production, such as "pipeline"
 * @param files of the group, by team, service and path
 * @param teams how many teams have one
 * @param lines of all of them
 * @param one the first of them, to be shown beside the other
 * @param other the first that is of another team
 * @param similarity of these two, 0 to 1; below {@link Copies#COPY} where they hang together by
 *     others
 * @param differing what differs between these two; null where it was not looked at
 */
public record CopyGroup(
    String part,
    List<Member> files,
    int teams,
    long lines,
    Member one,
    Member other,
    double similarity,
    Differing differing) {

  /** One file. */
  public record Member(String service, String team, String path, int lines) {
    static Member of(Filed file) {
      var imprint = file.imprint();
      return new Member(file.service(), file.team(), imprint.path(), imprint.lines());
    }
  }

  /** How many files there would be fewer if the group had one. */
  public int spare() {
    return files.size() - 1;
  }

  static CopyGroup of(List<Filed> members, BiFunction<String, String, Outline> outlines) {
    var first = members.get(0);
    var second =
        members.stream()
            .filter(file -> !file.team().equals(first.team()))
            .findFirst()
            .orElseThrow();
    var files = members.stream().map(Member::of).toList();
    return new CopyGroup(
        first.imprint().part(),
        files,
        (int) members.stream().map(Filed::team).distinct().count(),
        files.stream().mapToLong(Member::lines).sum(),
        Member.of(first),
        Member.of(second),
        first.imprint().similarity(second.imprint()),
        differing(outline(first, outlines), outline(second, outlines)));
  }

  private static Outline outline(Filed file, BiFunction<String, String, Outline> outlines) {
    return outlines.apply(file.service(), file.imprint().path());
  }

  private static Differing differing(Outline one, Outline other) {
    return one == null || other == null ? null : Differing.between(one.lines(), other.lines());
  }
}
