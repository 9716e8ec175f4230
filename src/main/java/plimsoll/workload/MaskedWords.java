package plimsoll.workload;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Secrets and mail addresses that show wherever they stand, in scripts and comments too. */
final class MaskedWords {
  private static final String NAME =
      "[\\w.-]{0,60}(?:password|passwd|passphrase|token|secret|api_?-?key|access_?-?key"
          + "|secret_?-?key|private_?-?key)";

  /** Neither a reference nor a path, and no call of a function. */
  private static final String VALUE =
      "(?![-$%{(<\\[/.*\"']|[\\w.]{1,100}\\()[^\\s\"'`;&|,)\\]}]{2,}";

  private static final List<Pattern> AFTER =
      List.of(
          Pattern.compile("(?i)(?<![\\w.-])(" + NAME + "[\"']?\\s{0,5}=\\s{0,5}[\"']?)" + VALUE),
          Pattern.compile("(?i)(?<![\\w.-])(--" + NAME + "\\s{1,5}[\"']?)" + VALUE),
          Pattern.compile(
              "((?:docker|podman|buildah|skopeo|oras|helm registry) login\\b[^\\n]{0,200}?\\s-p[ =])"
                  + VALUE),
          Pattern.compile("(?i)((?:bearer|basic)\\s{1,5})[A-Za-z0-9._~+/-]{16,}={0,2}"),
          Pattern.compile("(://[^\\s/:@\"'<>{}]{0,100}:)[^\\s/@\"'<>{}$*]{1,200}(?=@)"));

  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|glpat-[\\w-]{20,}"
              + "|xox[abprs]-[\\w-]{10,}|A[KS]IA[0-9A-Z]{16}|AIza[\\w-]{35}|npm_[A-Za-z0-9]{36}"
              + "|dckr_pat_[\\w-]{20,}|hvs\\.[\\w-]{20,}|sk-[A-Za-z0-9]{32,}"
              + "|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*)");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);

  /** But neither "git@host" nor "action@v1.x". */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![\\w/.+%:@-])(?!git@)[\\w.+%-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}"
              + "(?![\\w:/-])");

  private MaskedWords() {}

  static String of(String text) {
    var masked = PRIVATE_KEY.matcher(text).replaceAll(MaskedWords::lines);
    for (var pattern : AFTER) {
      masked = pattern.matcher(masked).replaceAll("$1***");
    }
    masked = KNOWN.matcher(masked).replaceAll(Masks.MASK);
    return MAIL.matcher(masked).replaceAll(Masks.MASK);
  }

  private static String lines(MatchResult found) {
    return Masks.MASK + "\n".repeat((int) found.group().chars().filter(c -> c == '\n').count());
  }
}
