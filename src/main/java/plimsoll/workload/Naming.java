package plimsoll.workload;

import java.util.Locale;
import java.util.regex.Pattern;
import plimsoll.document.Documents;
import plimsoll.document.Node;

/**
 * Where a file that came without a path would lie, by what it says. The same file sent again gets
 * the same path, and another one another.
 */
final class Naming {
  private static final Pattern JSON =
      Pattern.compile("\\s*[\\[{]\\s*[\"\\[{\\]}].*", Pattern.DOTALL);
  private static final Pattern GROOVY =
      Pattern.compile(
          "(?m)^\\s*(?:pipeline|node(?:\\s*\\([^)\\n]{0,200}\\))?)\\s*\\{|^\\s*@Library\\b");
  private static final Pattern DOCKERFILE =
      Pattern.compile("(?m)\\A(?:\\s*(?:#.*)?\\n)*FROM\\s+\\S");

  private Naming() {}

  static String of(String text) {
    if (JSON.matcher(text).matches()) return named("data.json", text, ".json");
    if (GROOVY.matcher(text).find()) return "Jenkinsfile";
    if (DOCKERFILE.matcher(text).find()) return "Dockerfile";
    return named("data.yaml", text, ".yaml");
  }

  private static String named(String path, String text, String end) {
    return Documents.of(path, text).stream()
        .map(part -> part.content())
        .filter(Node.class::isInstance)
        .map(content -> named((Node) content, end))
        .findFirst()
        .orElse("manifest" + end);
  }

  private static String named(Node root, String end) {
    var kind = root.at("kind").text();
    if (kind.equals("Kustomization") && !root.at("spec").isThere()) return "kustomization.yaml";
    if (!kind.isEmpty()) return plain(kind + "-" + root.at("metadata", "name").text()) + end;
    if (root.at("jobs").isMap() && root.at("on").isThere()) return workflow(root);
    if (root.at("runs", "using").isThere()) return "action.yml";
    if (root.at("apiVersion").isThere() && root.at("version").isThere()) return "Chart.yaml";
    if (isGitlab(root)) return ".gitlab-ci.yml";
    if (root.at("pipelines").isMap()) return "bitbucket-pipelines.yml";
    if (root.at("version").isThere() && root.at("jobs").isMap()) return ".circleci/config.yml";
    if (root.at("services").isMap()) return "compose.yaml";
    return "manifest" + end;
  }

  private static String workflow(Node root) {
    var name = plain(root.at("name").text());
    return ".github/workflows/" + (name.isEmpty() ? "pipeline" : name) + ".yml";
  }

  private static boolean isGitlab(Node root) {
    return root.at("stages").isList()
        || root.fields().values().stream()
            .anyMatch(job -> job.at("script").isThere() || job.at("trigger").isThere());
  }

  private static String plain(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-");
    var cut = plain.length() > 100 ? plain.substring(0, 100) : plain;
    return cut.replaceAll("^[-.]+|[-.]+$", "");
  }
}
