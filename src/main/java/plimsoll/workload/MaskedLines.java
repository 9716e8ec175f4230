package plimsoll.workload;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same for files that can't be read as what they are, such as templates: line by line. */
final class MaskedLines {
  private static final Pattern FIELD =
      Pattern.compile("(\\s*(?:-\\s+)?[\"']?)([\\w.-]{1,100})([\"']?\\s*:\\s+)(\\S.*)");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?m)^\\s*(?:-\\s+)?[\"']?kind[\"']?\\s*:\\s*[\"']?Secret[\"']?\\s*(?:#.*)?$");
  private static final Pattern DATA =
      Pattern.compile("(\\s*)[\"']?(?:data|stringData)[\"']?\\s*:.*");
  private static final Pattern START = Pattern.compile("(?m)^(?=---(?:\\s|$))");

  private final boolean secret;
  private int dataIndent = -1;

  private MaskedLines(boolean secret) {
    this.secret = secret;
  }

  static String of(String text) {
    return START
        .splitAsStream(text)
        .map(document -> new MaskedLines(SECRET.matcher(document).find()).masked(document))
        .collect(Collectors.joining());
  }

  private String masked(String document) {
    var lines = document.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(lines[i]);
    }
    return String.join("\n", lines);
  }

  private String line(String line) {
    var said = line.strip();
    if (said.isEmpty() || said.startsWith("{{") || said.startsWith("#")) return line;
    int indent = line.indexOf(said);
    if (dataIndent >= 0 && indent > dataIndent) return data(line, indent);
    var data = DATA.matcher(line);
    dataIndent = secret && data.matches() ? indent : -1;
    var field = FIELD.matcher(line);
    return field.matches() && SecretNames.field(field.group(2))
        ? hidden(field.group(1) + field.group(2) + field.group(3), field.group(4))
        : line;
  }

  private static String data(String line, int indent) {
    var field = FIELD.matcher(line);
    if (field.matches()) {
      return hidden(field.group(1) + field.group(2) + field.group(3), field.group(4));
    }
    boolean opens = line.strip().endsWith(":");
    return opens || SecretNames.isPlain(line) ? line : line.substring(0, indent) + Masks.MASK;
  }

  private static String hidden(String start, String value) {
    boolean block = value.matches("[|>][+-]?\\d?");
    var bare = value.replaceAll("^[\"']|[\"']$", "");
    return block || SecretNames.isPlain(bare) ? start + value : start + '"' + Masks.MASK + '"';
  }
}
