package plimsoll.workload;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which files of a repository tell how a service is built, delivered and run. */
final class Wanted {
  private static final Pattern ENDS =
      Pattern.compile(
          ".*\\.(ya?ml|json|tpl|gotmpl|j2|jsonnet|libsonnet|cue|tf|hcl|groovy|jenkinsfile"
              + "|dockerfile|gradle|gradle\\.kts|csproj)");
  private static final Pattern NAMES =
      Pattern.compile(
          "(jenkinsfile|dockerfile|containerfile)([._-].*)?|makefile|procfile|tiltfile|earthfile"
              + "|pom\\.xml|go\\.mod|requirements.*\\.txt|pyproject\\.toml|gemfile|cargo\\.toml"
              + "|application.*\\.properties|\\.drone\\.star|project\\.toml");
  private static final Pattern NOT =
      Pattern.compile(
          "(.*/)?(\\.git|node_modules|\\.terraform|\\.idea|\\.vscode)/.*"
              + "|(.*/)?(package-lock|npm-shrinkwrap|composer\\.lock|tsconfig.*|pnpm-lock)"
              + "\\.(json|yaml)|.*\\.min\\.json");

  private Wanted() {}

  static boolean is(String path) {
    var small = path.toLowerCase(Locale.ROOT);
    var name = small.substring(small.lastIndexOf('/') + 1);
    return !NOT.matcher(small).matches()
        && (path.isEmpty() || ENDS.matcher(name).matches() || NAMES.matcher(name).matches());
  }
}
