package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plimsoll.workload.manifest.Expression.Scope;
import plimsoll.workload.manifest.Template.Action;
import plimsoll.workload.manifest.Template.Block;
import plimsoll.workload.manifest.Template.Branch;
import plimsoll.workload.manifest.Template.Piece;
import plimsoll.workload.manifest.Template.Words;
import plimsoll.workload.manifest.Values.Unknown;

/**
 * Reads one template out with the values that its chart states. Conditions that nobody decided are
 * left open: where fields or items may stand, a mark stands; kinds of objects that may be made are
 * named.
 */
final class Rendering {
  private static final int LENGTH_MAX = 2_000_000;
  private static final int STEPS_MAX = 100_000;
  private static final int DEPTH_MAX = 20;
  private static final int REPEATS_MAX = 200;
  private static final int NEAR = 5_000;
  private static final Pattern ASSIGNED = Pattern.compile("\\$(\\w{1,50})\\s{0,5}:?=[^=]");
  private static final Pattern DECLARED =
      Pattern.compile("\\$(\\w{1,50})\\s{0,9}(:?=)\\s{0,9}([^=].*)", Pattern.DOTALL);
  private static final Pattern RANGED =
      Pattern.compile(
          "(?:\\$(\\w{1,50})\\s{0,9}(?:,\\s{0,9}\\$(\\w{1,50})\\s{0,9})?:=)?\\s{0,9}(.*)",
          Pattern.DOTALL);
  private static final Pattern TOP = Pattern.compile("(?m)^kind:\\s");
  private static final Pattern NINDENT = Pattern.compile("nindent\\s{1,5}(\\d{1,2})");

  private final Map<String, List<Piece>> named;
  private final StringBuilder out = new StringBuilder();
  private final List<Integer> lines = new ArrayList<>(List.of(0));
  private final Map<Integer, String> undecided = new TreeMap<>();
  private final List<String> unmade = new ArrayList<>();
  private final Rendering outer;
  private final int depth;
  private int steps;

  /**
   * @param named templates by their names
   */
  Rendering(Map<String, List<Piece>> named) {
    this(named, null, 0);
  }

  private Rendering(Map<String, List<Piece>> named, Rendering outer, int depth) {
    this.named = named;
    this.outer = outer;
    this.depth = depth;
  }

  /** What came out. */
  String text() {
    return out.toString();
  }

  /** The line of the template that a line came from, both counted from 1. */
  int line(int made) {
    return made > 0 && made <= lines.size() ? lines.get(made - 1) : 0;
  }

  /** Conditions that nobody decided, by their lines. */
  Map<Integer, String> undecided() {
    return undecided;
  }

  /** The text of objects that may be made and were not. */
  List<String> unmade() {
    return unmade;
  }

  void render(List<Piece> body, Map<String, Object> root) {
    body(body, scope(root));
  }

  private Scope scope(Object root) {
    return new Scope(root, root, new HashMap<>(), this::included);
  }

  private void body(List<Piece> body, Scope scope) {
    for (int i = 0; i < body.size(); i++) {
      count();
      var piece = body.get(i);
      if (piece instanceof Words words) write(words.text(), words.line(), true);
      else if (piece instanceof Action action) action(action, scope, after(body, i));
      else if (piece instanceof Block block) block(block, scope);
    }
  }

  private void count() {
    var all = outer == null ? this : outer;
    if (++all.steps > STEPS_MAX) throw new Template.TemplateException("It makes too much.");
  }

  private static String after(List<Piece> body, int i) {
    return i + 1 < body.size() && body.get(i + 1) instanceof Words words ? words.text() : "";
  }

  private void action(Action action, Scope scope, String after) {
    var declared = DECLARED.matcher(action.expression());
    if (declared.matches()) {
      scope.variables().put(declared.group(1), Expression.of(declared.group(3), scope));
      return;
    }
    var value = Expression.of(action.expression(), scope);
    if (value instanceof Functions.Block block) {
      hidden(block.before(), Open.mark(block.words()), action.line(), after);
    } else if (value instanceof Unknown && alone(after)) {
      hidden("", Open.mark(action.expression()), action.line(), after);
    } else {
      write(Values.text(value), action.line(), false);
    }
  }

  /** Whether nothing else stands on its line, so that fields may come of it. */
  private boolean alone(String after) {
    int start = out.lastIndexOf("\n") + 1;
    boolean last = after.isEmpty() || after.stripLeading().isEmpty();
    return out.length() - start < NEAR
        && out.substring(start).isBlank()
        && (after.startsWith("\n") || last)
        && outer == null;
  }

  /** A field or an item, as its neighbours are. */
  private void hidden(String before, String mark, int line, String after) {
    int blanks = before.length() - before.lastIndexOf('\n') - 1;
    boolean item = itemsAt(blanks, after);
    write(before + (item ? "- " + mark : mark + ": " + mark), line, false);
    note(line, mark);
  }

  private boolean itemsAt(int indent, String after) {
    var start = " ".repeat(indent) + "- ";
    if (after.stripLeading().startsWith("- ") && after.contains("\n" + start)) return true;
    var made = out.substring(Math.max(0, out.length() - NEAR)).split("\n");
    for (int i = made.length - 1; i >= Math.max(0, made.length - 200); i--) {
      var line = made[i];
      if (line.isBlank()) continue;
      int blanks = line.length() - line.stripLeading().length();
      if (blanks < indent) return false;
      if (blanks == indent) return line.startsWith(start);
    }
    return false;
  }

  private void note(int line, String words) {
    var all = outer == null ? this : outer;
    if (outer == null) all.undecided.putIfAbsent(line, words);
  }

  private void block(Block block, Scope scope) {
    switch (block.word()) {
      case "if" -> conditional(block, scope);
      case "with" -> with(block, scope);
      case "range" -> range(block, scope);
      case "block" -> write(Open.mark("block"), block.line(), false);
      default -> {}
    }
  }

  private void conditional(Block block, Scope scope) {
    for (var branch : block.branches()) {
      var decided = branch.expression().isEmpty() || branch(branch, scope, block);
      if (decided) return;
      if (open) {
        open = false;
        return;
      }
    }
  }

  private boolean open;

  /** Whether this branch holds; where nobody knows, the whole block is left open. */
  private boolean branch(Branch branch, Scope scope, Block block) {
    var condition = Expression.of(branch.expression(), scope);
    if (Values.isOpen(condition)) {
      leftOpen(block, branch.expression(), scope);
      open = true;
      return false;
    }
    if (Values.isTrue(condition)) {
      body(branch.body(), scope);
      return true;
    }
    return false;
  }

  private void with(Block block, Scope scope) {
    var first = block.branches().get(0);
    var ranged = RANGED.matcher(first.expression());
    ranged.matches();
    var value = Expression.of(ranged.group(3), scope);
    if (Values.isOpen(value)) {
      leftOpen(block, first.expression(), scope);
    } else if (Values.isTrue(value)) {
      var inner = scope.at(value);
      if (ranged.group(1) != null) inner.variables().put(ranged.group(1), value);
      body(first.body(), inner);
    } else {
      otherwise(block, scope);
    }
  }

  private void otherwise(Block block, Scope scope) {
    block.branches().stream()
        .skip(1)
        .filter(branch -> branch.expression().isEmpty())
        .forEach(branch -> body(branch.body(), scope));
  }

  private void range(Block block, Scope scope) {
    var first = block.branches().get(0);
    var ranged = RANGED.matcher(first.expression());
    ranged.matches();
    var value = Expression.of(ranged.group(3), scope);
    if (Values.isOpen(value)) {
      leftOpen(block, first.expression(), scope);
      return;
    }
    var items = items(value);
    if (items.isEmpty()) otherwise(block, scope);
    if (items.size() > REPEATS_MAX) throw new Template.TemplateException("It repeats too often.");
    items.forEach(
        (key, item) -> {
          var inner = scope.at(item);
          if (ranged.group(2) != null) {
            inner.variables().put(ranged.group(1), key);
            inner.variables().put(ranged.group(2), item);
          } else if (ranged.group(1) != null) {
            inner.variables().put(ranged.group(1), item);
          }
          body(first.body(), inner);
        });
  }

  private static Map<Object, Object> items(Object value) {
    var items = new java.util.LinkedHashMap<Object, Object>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) items.put((long) i, list.get(i));
    } else {
      items.putAll(new TreeMap<>(Values.map(value)));
    }
    return items;
  }

  /** Objects that may be made are named; of fields, items and words a mark is left. */
  private void leftOpen(Block block, String expression, Scope scope) {
    var assigned = ASSIGNED.matcher(block.raw());
    while (assigned.find()) {
      scope.variables().put(assigned.group(1), new Unknown("$" + assigned.group(1)));
    }
    note(block.line(), expression);
    var first = block.branches().get(0);
    if (TOP.matcher(block.raw()).find()) {
      unmade.add(block.raw());
    } else if (first.raw().strip().startsWith("apiVersion:")
        && !first.raw().strip().contains("\n")) {
      body(first.body(), scope);
    } else {
      mark(first, expression, block.line());
    }
  }

  private void mark(Branch branch, String expression, int line) {
    var raw = branch.raw();
    var words = raw.strip();
    var mark = Open.mark(expression);
    if (words.isEmpty() || words.startsWith("{{- fail") || words.startsWith("{{ fail")) return;
    boolean fields =
        words.contains("\n")
            || words.contains(": ")
            || words.endsWith(":")
            || words.startsWith("- ")
            || words.contains("indent ");
    if (!fields) {
      write(mark, line, false);
      return;
    }
    int begin = raw.indexOf(words);
    var nindent = NINDENT.matcher(words);
    var before =
        words.startsWith("{{") && nindent.find()
            ? "\n" + " ".repeat(Integer.parseInt(nindent.group(1)))
            : raw.substring(0, begin);
    var item = words.startsWith("- ");
    write(
        before + (item ? "- " + mark : mark + ": " + mark) + raw.substring(begin + words.length()),
        line,
        false);
  }

  /** A named template's text; unknown when nobody defines it. */
  private Object included(String name, Object dot) {
    var body = named.get(name);
    if (body == null) return new Unknown("include " + name);
    if (depth >= DEPTH_MAX) throw new Template.TemplateException("It includes too deep.");
    var inner = new Rendering(named, outer == null ? this : outer, depth + 1);
    inner.body(body, new Scope(dot, dot, new HashMap<>(), inner::included));
    return inner.text();
  }

  private void write(String text, int line, boolean counts) {
    if (out.length() + text.length() > LENGTH_MAX) {
      throw new Template.TemplateException("It makes too much.");
    }
    int at = line;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      int last = lines.size() - 1;
      if (c == '\n') {
        if (counts) at++;
        lines.add(0);
      } else if (lines.get(last) == 0) {
        lines.set(last, at);
      }
    }
  }
}
