package plimsoll.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names say that their value is a secret, and which values are none whatever their name. */
final class SecretNames {
  private static final Set<String> LAST_WORDS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "token",
          "secret",
          "credential",
          "credentials",
          "apikey",
          "accesskey",
          "secretkey",
          "privatekey",
          "pat");

  /** Before "key" these make it one that opens something. */
  private static final Set<String> OPENING =
      Set.of(
          "api", "access", "secret", "private", "encryption", "signing", "ssh", "auth", "master");

  /** Before "secret" these make it the name of one, as in "existingSecret". */
  private static final Set<String> NAMED = Set.of("existing", "pull", "tls", "from", "use");

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "pass(?:word|wd|phrase)|pwd|token|secret|key|credential|auth", Pattern.CASE_INSENSITIVE);

  private static final Set<String> PLAIN =
      Set.of(
          "",
          "true",
          "false",
          "null",
          "none",
          "read",
          "write",
          "inherit",
          "required",
          "optional",
          "enabled",
          "disabled",
          "always",
          "never",
          "auto",
          "default",
          "yes",
          "no",
          "***");

  private static final Pattern REFERENCE =
      Pattern.compile("\\$.*|.*\\$[({].*|.*\\{\\{.*|%\\{?\\w+.*|<[^>]*>|@\\w+@", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\.{0,2}/[\\w./-]*|https?://\\S*");

  private SecretNames() {}

  /** Of a field, whose last word tells, as in "dbPassword" and "GITHUB_TOKEN". */
  static boolean field(String name) {
    var words = words(name);
    if (words.isEmpty()) return false;
    var last = words.get(words.size() - 1);
    var before = words.size() < 2 ? "" : words.get(words.size() - 2);
    if (last.equals("key")) return OPENING.contains(before);
    return LAST_WORDS.contains(last) && !(last.equals("secret") && NAMED.contains(before));
  }

  /** Of a variable of the environment, where the word may stand anywhere. */
  static boolean variable(String name) {
    return ANYWHERE.matcher(name).find();
  }

  /** Whether a value is none: a word such as "true", or a reference to where it stands. */
  static boolean isPlain(String value) {
    var said = value.strip();
    return PLAIN.contains(said.toLowerCase(Locale.ROOT))
        || REFERENCE.matcher(said).matches()
        || PLACE.matcher(said).matches();
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").split("[^\\p{L}\\p{N}]+"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
