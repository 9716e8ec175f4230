package plimsoll.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import plimsoll.Corpora;
import plimsoll.workload.file.SourceFile;

/**
 * The open corpora as an organisation of their own: each application or repository is a service,
 * whoever it came from is its team, and each file lies where it lay upstream.
 */
final class CorporaOrganisation {
  /** Files of one service by its key, in the order of keys. */
  final Map<String, List<SourceFile>> services = new TreeMap<>();

  /** Team by service. */
  final Map<String, String> teams = new TreeMap<>();

  private CorporaOrganisation() {}

  static CorporaOrganisation read() {
    var all = new CorporaOrganisation();
    for (var row : provenance()) {
      if (row.get("source").contains("/")) all.add(row);
    }
    return all;
  }

  /**
   * A folder of applications is a service each; pipelines belong to what came from the same
   * repository, and are a service of their own where there is nothing else of it.
   */
  private void add(CSVRecord row) {
    var corpus = row.get("corpus");
    var file = row.get("file");
    var source = row.get("source");
    int folder = file.indexOf('/');
    boolean fits =
        switch (corpus) {
          case "kubernetes-apps" -> true;
          case "ci-pipelines" -> !file.startsWith("series-");
          case "crossplane" -> !file.startsWith("e2e/") && !file.startsWith("status/");
          case "argocd" -> file.startsWith("example-apps/");
          default -> false;
        };
    if (folder < 0 || !fits) return;
    var name = source.substring(source.indexOf('/') + 1);
    var service =
        corpus.equals("kubernetes-apps")
                && !file.startsWith("online-boutique/")
                && !file.startsWith("voting-app/")
            ? file.substring(0, folder)
            : name;
    teams.put(service, source.substring(0, source.indexOf('/')));
    services
        .computeIfAbsent(service, any -> new ArrayList<>())
        .add(new SourceFile("upload", row.get("path"), text(Corpora.file(corpus).resolve(file))));
  }

  private static List<CSVRecord> provenance() {
    try (var rows =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(Corpora.file("../provenance.csv")))) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
