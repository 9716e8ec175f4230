package plimsoll.workload.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plimsoll.workload.pipeline.Groovy.Token;
import plimsoll.workload.pipeline.Pipeline.Job;

/**
 * Jenkins' pipelines, declarative and scripted. Of Groovy only calls are understood: a name, what
 * is handed to it, and the block that follows. Conditions are not followed; both branches are read.
 */
final class Jenkinsfile implements Language {
  private static final int DEPTH_MAX = 100;
  private static final Set<String> SHELLS = Set.of("sh", "bat", "powershell", "pwsh");
  private static final Set<String> OWN = Set.of("pipeline", "node", "stage", "podTemplate");
  private static final Set<String> WORDS =
      Set.of("if", "for", "while", "switch", "catch", "return", "def", "new", "import", "assert");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    var name = text.name().toLowerCase(Locale.ROOT);
    boolean named =
        name.equals("jenkinsfile")
            || name.matches("jenkinsfile[.-](?!disabled|part|md|txt)[\\w-]+")
            || name.endsWith(".jenkinsfile");
    if (!named && !name.endsWith(".groovy")) return null;
    var calls = calls(Groovy.tokens(text.file().text()));
    boolean says = calls.stream().anyMatch(call -> call.top() && OWN.contains(call.name()));
    if (!named && !says) return null;
    return read(new Pipeline("jenkins", text.file()), calls, says);
  }

  /**
   * A call.
   *
   * @param inside the calls whose blocks it stands in, from the outside in
   * @param block whether a block follows
   */
  private record Call(String name, List<Token> arguments, int line, Call outer, int depth) {

    /** What is handed over without a name, or under this one; null when nothing is. */
    String text(String argument) {
      for (int i = 0; i < arguments.size(); i++) {
        var token = arguments.get(i);
        boolean named = i > 1 && arguments.get(i - 1).is(":");
        boolean wanted = named ? arguments.get(i - 2).text().equals(argument) : i == 0;
        if (token.string() && wanted) return token.text();
      }
      return null;
    }

    boolean within(String name) {
      for (var call = outer; call != null; call = call.outer()) {
        if (call.name().equals(name)) return true;
      }
      return false;
    }

    boolean top() {
      return outer == null;
    }
  }

  private static Pipeline read(Pipeline pipeline, List<Call> calls, boolean says) {
    Job job = null;
    for (var call : calls) {
      if (call.name().equals("stage") || job == null) {
        var stage = call.name().equals("stage") ? call.text("name") : null;
        job = pipeline.job(stage == null ? call.name() : stage, call.line());
      }
      read(pipeline, job, call, says);
    }
    return pipeline;
  }

  private static void read(Pipeline pipeline, Job job, Call call, boolean says) {
    var text = call.text("script");
    if (call.name().equals("@Library") || call.name().equals("library")) {
      libraries(pipeline, call);
    } else if (SHELLS.contains(call.name()) && text != null) {
      job.script(text, call.line());
    } else if (call.within("when")) {
      condition(job, call);
    } else if (!says && call.top() && call.name().matches("[a-z]\\w*")) {
      pipeline.refer(call.name(), call.line(), call.name() + "(…)");
    } else {
      job.step(Step.Kind.STEP, call.name(), call.line(), call.name());
      job.publishing(call.name().endsWith(".push"));
    }
  }

  /** A library's name without its version; more of them in a list. */
  private static void libraries(Pipeline pipeline, Call call) {
    for (var token : call.arguments()) {
      if (token.string() && !token.text().isBlank()) {
        pipeline.refer(
            GitHubActions.versionless(token.text()), call.line(), call.name() + " " + token.text());
      }
    }
  }

  private static void condition(Job job, Call call) {
    switch (call.name()) {
      case "branch" -> {
        if (call.text("pattern") != null && !call.within("not")) {
          job.on(List.of(call.text("pattern")), job.tagged());
        }
      }
      case "changeRequest" -> job.forReview(!call.within("not") && !call.within("anyOf"));
      case "buildingTag", "tag" -> job.on(job.branches(), !call.within("not"));
      default -> {}
    }
  }

  private static List<Call> calls(List<Token> tokens) {
    var calls = new ArrayList<Call>();
    Deque<Call> open = new ArrayDeque<>();
    Call last = null;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.is("{")) {
        open.addLast(opened(last, open.peekLast()));
        last = null;
      } else if (token.is("}")) {
        open.pollLast();
        last = null;
      } else if (token.is("\n")) {
        last = nextOpens(tokens, i) ? last : null;
      } else if (starts(tokens, i)) {
        var call = call(tokens, i, open.peekLast());
        if (call != null) {
          calls.add(call);
          last = call;
        }
      }
    }
    return calls;
  }

  /** Of what lies deeper than any pipeline does only the place is kept. */
  private static Call opened(Call call, Call outer) {
    if (outer != null && outer.depth() >= DEPTH_MAX) return outer;
    return call != null
        ? call
        : new Call("", List.of(), 0, outer, outer == null ? 1 : outer.depth() + 1);
  }

  private static boolean nextOpens(List<Token> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is("{");
  }

  /** Whether a name here may be that of a call rather than a part of an expression. */
  private static boolean starts(List<Token> tokens, int at) {
    var token = tokens.get(at);
    if (!token.name() || WORDS.contains(token.text())) return false;
    if (at == 0) return true;
    var before = tokens.get(at - 1);
    return !before.is(".") && !before.is("?.") && !before.string() && !nameOf(before);
  }

  /** Two names side by side: a type and what is declared, or a call and what is handed to it. */
  private static boolean nameOf(Token before) {
    return before.name() && !WORDS.contains(before.text()) && !before.text().equals("else");
  }

  private static Call call(List<Token> tokens, int at, Call outer) {
    var name = new StringBuilder(tokens.get(at).text());
    int next = at + 1;
    while (next + 1 < tokens.size() && tokens.get(next).is(".") && tokens.get(next + 1).name()) {
      name.append('.').append(tokens.get(next + 1).text());
      next += 2;
    }
    if (next >= tokens.size()) return null;
    var after = tokens.get(next);
    boolean called = after.is("(") || after.is("{") || after.string() || after.name();
    if (!called) return null;
    boolean brackets = after.is("(");
    var arguments = arguments(tokens, brackets ? next + 1 : next, brackets);
    return new Call(
        name.toString(),
        arguments,
        tokens.get(at).line(),
        outer,
        outer == null ? 1 : outer.depth() + 1);
  }

  private static List<Token> arguments(List<Token> tokens, int from, boolean brackets) {
    var depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.is("(") || token.is("[")) depth++;
      boolean closes = token.is(")") || token.is("]");
      if (closes && depth-- == 0) return tokens.subList(from, i);
      boolean ends = token.is("{") || token.is("}") || token.is(";") || token.is("\n") && !brackets;
      if (ends && depth == 0 || i - from > 60) return tokens.subList(from, i);
    }
    return tokens.subList(from, tokens.size());
  }
}
