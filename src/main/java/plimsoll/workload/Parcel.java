package plimsoll.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.catalog.Problem;
import plimsoll.document.Archive;
import plimsoll.document.Documents;
import plimsoll.document.Node;
import plimsoll.document.Paths;
import plimsoll.document.Spool;
import plimsoll.document.YamlStream;
import plimsoll.workload.file.SourceFile;

/**
 * What somebody sends for a service: an archive, which is all that there is of it, or one file.
 *
 * @param documents how many can be read in each file, by its path
 */
record Parcel(
    List<SourceFile> files,
    boolean whole,
    Map<String, Integer> documents,
    int passedOver,
    List<Problem> problems,
    List<Problem> notes) {
  static final int SENT_BYTES_MAX = 50_000_000;
  private static final int PROBLEMS_MAX = 200;
  private static final Archive.Limits LIMITS =
      new Archive.Limits(500_000_000, 10_000_000, 50_000_000, 100_000, 200);

  /**
   * @param path of the only file; null where it is to be guessed from what it says
   * @throws Refusal when nothing of it can be taken
   */
  static Parcel of(InputStream body, String origin, String path) {
    try (var spool = Spool.of(body, SENT_BYTES_MAX)) {
      var content = Archive.read(spool, LIMITS, Wanted::is);
      if (content == null) return single(spool.text(LIMITS.fileBytesMax()), origin, path);
      var inner = content.files().get("");
      return inner == null ? archive(content, origin) : single(inner, origin, path);
    } catch (Archive.RefusedException e) {
      throw new Refusal(e.isTooLarge() ? 413 : 400, e.getMessage() + " Nothing was changed.");
    } catch (IOException e) {
      throw new Refusal(400, "The body ended too early. Send it again.");
    }
  }

  private static Parcel single(String text, String origin, String path) {
    if (text == null) {
      throw new Refusal(
          400, "This is no text in UTF-8, and no archive that is read here. Nothing was changed.");
    }
    if (text.isBlank()) throw new Refusal(400, "The body is empty. Nothing was changed.");
    var named = path == null ? Naming.of(text) : path;
    var parcel = empty(false, 0);
    parcel.add(new SourceFile(origin, named, text), "");
    return parcel;
  }

  private static Parcel archive(Archive.Content content, String origin) {
    var parcel = empty(true, content.passedOver());
    content.files().forEach((at, text) -> parcel.add(new SourceFile(origin, at, text), at + ": "));
    content.notes().forEach(note -> parcel.problem(0, said(note.path()) + note.why()));
    if (parcel.files().isEmpty()) {
      throw Refusal.wrong(
          "Nothing in this archive is read here, and nothing was changed.",
          parcel.problems().stream()
              .map(one -> new Refusal.Fault("/" + one.document(), one.message()))
              .toList());
    }
    return parcel;
  }

  /** A single file that was packed has no path. */
  private static String said(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }

  private static Parcel empty(boolean whole, int passedOver) {
    return new Parcel(
        new ArrayList<>(),
        whole,
        new HashMap<>(),
        passedOver,
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** One of which nothing can be read is left out, so that it takes no good one's place. */
  private void add(SourceFile file, String said) {
    var parts =
        Masks.isStructured(file.path())
            ? Documents.of(file.path(), file.text())
            : List.<YamlStream.Part>of();
    int faults = (int) parts.stream().filter(part -> part.fault() != null).count();
    if (faults > 0 && isTemplate(file)) {
      note(said + "It is a template; what does not depend on its values is read.");
    } else {
      problems(parts, said);
      if (faults > 0 && faults == parts.size() && !whole) return;
    }
    files.add(file);
    documents.put(file.path(), Math.max(1, parts.size() - faults));
  }

  private void problems(List<YamlStream.Part> parts, String said) {
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (part.fault() != null) {
        problem(i + 1, said + part.fault());
      } else if (!(part.content() instanceof Node node) || !node.isMap() && !node.isList()) {
        problem(i + 1, said + "Line " + part.line() + ": this has no fields, so nothing is read.");
      }
    }
  }

  private void problem(int document, String message) {
    if (problems.size() < PROBLEMS_MAX) problems.add(new Problem(document, message));
  }

  private void note(String message) {
    if (notes.size() < PROBLEMS_MAX) notes.add(new Problem(0, message));
  }

  private static boolean isTemplate(SourceFile file) {
    return file.text().contains("{{") || file.text().contains("{%") || file.text().contains("<%");
  }

  /** How many documents such files hold. */
  int count(List<String> paths) {
    return paths.stream().mapToInt(path -> documents.getOrDefault(path, 1)).sum();
  }

  /** A path as somebody names it; null for none. */
  static String path(String given) {
    if (given == null || given.isBlank()) return null;
    var path = Paths.inside(given.strip());
    if (path == null) {
      throw Refusal.wrong("path", "This is no path inside of a repository.");
    }
    return path;
  }
}
