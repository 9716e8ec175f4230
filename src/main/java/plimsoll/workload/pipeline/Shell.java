package plimsoll.workload.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Cuts a script into its commands, as a shell does: quotes, comments, pipes, lists, here documents,
 * and commands within commands. Nothing is run and nothing filled in, so a variable stays a word.
 */
final class Shell {
  private static final int DEPTH_MAX = 4;
  private static final int COMMANDS_MAX = 5_000;
  private static final Set<String> OPENERS =
      Set.of("if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "&", "@", "fi");
  private static final Set<String> RUNNERS =
      Set.of(
          "sudo",
          "time",
          "nohup",
          "exec",
          "command",
          "builtin",
          "eval",
          "nice",
          "xargs",
          "npx",
          "bunx",
          "php",
          "env",
          "yes",
          "call",
          "unbuffer",
          "stdbuf",
          "busybox");
  private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "ash", "dash", "ksh");

  private final String script;
  private final int depth;
  private final List<Command> commands;
  private final Deque<String> documents = new ArrayDeque<>();
  private final StringBuilder word = new StringBuilder();
  private List<String> words = new ArrayList<>();
  private boolean quoted;
  private int at;
  private int line;
  private int began;

  private Shell(String script, int line, int depth, List<Command> commands) {
    this.script = script;
    this.line = line;
    this.began = line;
    this.depth = depth;
    this.commands = commands;
  }

  /**
   * A command.
   *
   * @param line in the script, from 0
   * @param words without what only wraps it, such as sudo and settings of variables; never empty
   */
  record Command(int line, List<String> words) {}

  static List<Command> commands(String script) {
    var commands = new ArrayList<Command>();
    read(script, 0, 0, commands);
    return commands;
  }

  private static void read(String script, int line, int depth, List<Command> commands) {
    if (depth <= DEPTH_MAX) new Shell(script, line, depth, commands).read();
  }

  private void read() {
    while (at < script.length() && commands.size() < COMMANDS_MAX) {
      take(script.charAt(at));
    }
    endCommand();
  }

  private void take(char sign) {
    switch (sign) {
      case '\\' -> escaped();
      case '\'' -> single();
      case '"' -> twice();
      case '#' -> hash();
      case '\n' -> newLine();
      case ' ', '\t', '\r' -> {
        endWord();
        at++;
      }
      case '$' -> dollar();
      case '`' -> inner('`');
      case ';', '|', '(', ')' -> {
        endCommand();
        at++;
      }
      case '&' -> ampersand();
      case '<' -> from();
      default -> add(sign);
    }
  }

  private void add(char sign) {
    word.append(sign);
    at++;
  }

  private void escaped() {
    boolean endOfLine = script.startsWith("\\\n", at) || script.startsWith("\\\r\n", at);
    if (endOfLine) {
      endWord();
      line++;
      at = script.indexOf('\n', at) + 1;
    } else {
      if (at + 1 < script.length()) word.append(script.charAt(at + 1));
      at += 2;
    }
  }

  private void single() {
    int end = script.indexOf('\'', at + 1);
    var said = script.substring(at + 1, end < 0 ? script.length() : end);
    quoted = true;
    word.append(said);
    line += newLines(said);
    at = end < 0 ? script.length() : end + 1;
  }

  private void twice() {
    quoted = true;
    at++;
    while (at < script.length() && script.charAt(at) != '"') {
      char sign = script.charAt(at);
      if (sign == '\\' && at + 1 < script.length()) {
        word.append(script.charAt(at + 1));
        at += 2;
      } else if (sign == '$') {
        dollar();
      } else if (sign == '`') {
        inner('`');
      } else {
        if (sign == '\n') line++;
        add(sign);
      }
    }
    at++;
  }

  private void hash() {
    if (word.isEmpty() && !quoted) {
      int end = script.indexOf('\n', at);
      at = end < 0 ? script.length() : end;
    } else {
      add('#');
    }
  }

  private void newLine() {
    endCommand();
    at++;
    line++;
    while (!documents.isEmpty()) {
      skipDocument(documents.poll());
    }
    began = line;
  }

  private void skipDocument(String mark) {
    while (at < script.length()) {
      int end = script.indexOf('\n', at);
      int next = end < 0 ? script.length() : end + 1;
      var text = script.substring(at, next).strip();
      at = next;
      line++;
      if (text.equals(mark)) return;
    }
  }

  /** An expression of the pipeline's own language is one word; so is what another command says. */
  private void dollar() {
    if (script.startsWith("${{", at)) {
      until("}}");
    } else if (script.startsWith("${", at)) {
      until("}");
    } else if (script.startsWith("$((", at)) {
      until("))");
    } else if (script.startsWith("$(", at)) {
      at++;
      inner(')');
    } else {
      add('$');
    }
  }

  private void until(String end) {
    int found = script.indexOf(end, at);
    int next = found < 0 ? script.length() : found + end.length();
    var said = script.substring(at, next);
    word.append(said);
    line += newLines(said);
    at = next;
  }

  private void inner(char end) {
    int close = end == '`' ? script.indexOf('`', at + 1) : closing();
    var said = script.substring(at + 1, close < 0 ? script.length() : close);
    read(said, line, depth + 1, commands);
    word.append("$(…)");
    line += newLines(said);
    at = close < 0 ? script.length() : close + 1;
  }

  private int closing() {
    var open = 0;
    for (int i = at; i < script.length(); i++) {
      if (script.charAt(i) == '(') open++;
      if (script.charAt(i) == ')' && --open == 0) return i;
    }
    return -1;
  }

  private void ampersand() {
    boolean redirection = (at > 0 && script.charAt(at - 1) == '>') || script.startsWith("&>", at);
    if (redirection) {
      add('&');
    } else {
      endCommand();
      at++;
    }
  }

  private void from() {
    if (script.startsWith("<<<", at)) {
      endWord();
      at += 3;
    } else if (script.startsWith("<<", at)) {
      document();
    } else {
      endWord();
      add('<');
    }
  }

  private void document() {
    endWord();
    at += 2;
    while (at < script.length() && "-~ ".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    int start = at;
    while (at < script.length() && " \t\n;|&<>)".indexOf(script.charAt(at)) < 0) {
      at++;
    }
    documents.add(script.substring(start, at).replaceAll("[\"'\\\\]", ""));
  }

  private void endWord() {
    if (!word.isEmpty() || quoted) words.add(word.toString());
    word.setLength(0);
    quoted = false;
  }

  private void endCommand() {
    endWord();
    var said = unwrapped(words);
    words = new ArrayList<>();
    if (!said.isEmpty()) {
      commands.add(new Command(began, said));
      inShell(said);
    }
    began = line;
  }

  /** "bash -c" holds another script. */
  private void inShell(List<String> said) {
    if (!SHELLS.contains(program(said.get(0)))) return;
    for (int i = 1; i + 1 < said.size(); i++) {
      if (said.get(i).matches("-[a-z]*c")) {
        read(said.get(i + 1), began, depth + 1, commands);
        return;
      }
    }
  }

  private static List<String> unwrapped(List<String> words) {
    var rest = words;
    while (!rest.isEmpty() && wraps(rest) > 0) {
      rest = rest.subList(Math.min(wraps(rest), rest.size()), rest.size());
    }
    return List.copyOf(rest);
  }

  /** How many of the first words say nothing of what is run. */
  private static int wraps(List<String> words) {
    var first = words.get(0);
    if (OPENERS.contains(first) || first.matches("[A-Za-z_][A-Za-z0-9_]*=.*")) return 1;
    var second = words.size() > 1 ? words.get(1) : "";
    return switch (program(first)) {
      case "timeout" -> 1 + options(words) + 1;
      case "bundle" -> second.equals("exec") ? 2 : 0;
      case "poetry", "pipenv", "uv" -> second.equals("run") ? 2 : 0;
      case "pnpm", "yarn" -> second.equals("exec") || second.equals("dlx") ? 2 : 0;
      case "python", "python3" -> second.equals("-m") ? 2 : second.endsWith(".py") ? 1 : 0;
      default -> RUNNERS.contains(program(first)) ? 1 + options(words) : 0;
    };
  }

  private static int options(List<String> words) {
    var number = 0;
    while (number + 1 < words.size() && words.get(number + 1).startsWith("-")) {
      number++;
    }
    return number;
  }

  /** A program's name without its folder; wrappers that a repository brings go by their tool. */
  static String program(String word) {
    var name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    var plain = name.replaceFirst("\\.(exe|cmd|bat)$", "");
    return plain.equals("mvnw") || plain.equals("gradlew")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static int newLines(String text) {
    return (int) text.chars().filter(sign -> sign == '\n').count();
  }
}
