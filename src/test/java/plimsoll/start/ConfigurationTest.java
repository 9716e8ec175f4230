package plimsoll.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the operator's page and the code together: each key in one stands in the other. */
class ConfigurationTest {
  private static final Pattern INJECTED =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(plimsoll\\.[a-z.]+)\"");
  private static final Pattern DESCRIBED = Pattern.compile("MPCONFIG=(plimsoll\\.[a-z.]+)");
  private static final Pattern READ = Pattern.compile("\"(PLIMSOLL_[A-Z]+(?:_[A-Z]+)*)\"");
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `(PLIMSOLL_[A-Z_]+)` \\|", Pattern.MULTILINE);

  /** Made of a source's name in {@code delivery.SourceSecrets}. */
  private static final Set<String> COMPOSED = Set.of("PLIMSOLL_GITHUB_SECRET");

  @Test
  void everyKeyStandsInTheOperatorsPageAndEveryKeyThereIsRead() throws IOException {
    var code = new TreeSet<>(COMPOSED);
    code.addAll(find(INJECTED, sources()));
    code.addAll(find(DESCRIBED, sources()));
    code.addAll(find(READ, sources()));
    var page = Files.readString(Path.of("docs/operations.md"));
    assertFalse(code.isEmpty());
    assertEquals(code, find(DOCUMENTED, page));
  }

  private static Set<String> find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1).toUpperCase(Locale.ROOT).replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main"))) {
      var text = new StringBuilder();
      for (var file : files.filter(ConfigurationTest::isSource).toList()) {
        text.append(Files.readString(file)).append('\n');
      }
      return text.toString();
    }
  }

  private static boolean isSource(Path file) {
    var name = file.toString();
    return name.endsWith(".java") || name.endsWith("web.xml");
  }
}
