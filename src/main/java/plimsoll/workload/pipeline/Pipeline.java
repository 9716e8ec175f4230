package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.file.SourceFile;

/**
 * One file of a pipeline, as its own language's reader understood it. All languages come to this,
 * so that what the steps tell is judged in one place.
 */
final class Pipeline {
  private final String system;
  private final SourceFile file;
  private final List<Job> jobs = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Unclear> unclear = new ArrayList<>();

  /**
   * @param system as {@link plimsoll.pattern.Feature#CI_SYSTEM} calls it
   */
  Pipeline(String system, SourceFile file) {
    this.system = system;
    this.file = file;
  }

  /**
   * Something that is taken from another repository.
   *
   * @param name without its version, such as "acme/workflows/.github/workflows/deploy.yml"
   */
  record Reference(String name, int line, String quote) {

    /**
     * Whether a file is the one that is meant: by its path, or by its repository's name and path.
     */
    boolean to(SourceFile file) {
      int colon = file.origin().indexOf(':');
      var whole = file.origin().substring(colon + 1) + "/" + file.path();
      return file.path().equals(name) || whole.equals(name) || name.endsWith("/" + whole);
    }
  }

  /** What was not understood. */
  record Unclear(int line, String quote, String why) {}

  /**
   * Where a job deploys to.
   *
   * @param name as it stands there, perhaps with a variable in it
   */
  record Environment(String name, int line) {}

  String system() {
    return system;
  }

  SourceFile file() {
    return file;
  }

  List<Job> jobs() {
    return jobs;
  }

  List<Reference> references() {
    return references;
  }

  List<Unclear> unclear() {
    return unclear;
  }

  Job job(String name, int line) {
    var job = new Job(name, line);
    jobs.add(job);
    return job;
  }

  void refer(String name, int line, String quote) {
    references.add(new Reference(name, line, quote));
  }

  void unclear(int line, String quote, String why) {
    unclear.add(new Unclear(line, quote, why));
  }

  /** Steps that run one after another in one place. */
  static final class Job {
    private final String name;
    private final int line;
    private final List<Step> steps = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private boolean review;
    private Evidenced approval;
    private boolean gateUnseen;
    private boolean publishing;
    private boolean startedByHand;
    private List<String> branches = List.of();
    private boolean tagged;

    private Job(String name, int line) {
      this.name = name;
      this.line = line;
    }

    /** A line and what stands on it. */
    record Evidenced(int line, String quote) {}

    String name() {
      return name;
    }

    int line() {
      return line;
    }

    List<Step> steps() {
      return steps;
    }

    List<Environment> environments() {
      return environments;
    }

    /** It runs for proposed changes only, so that nothing of it reaches production. */
    boolean review() {
      return review;
    }

    /** Where it says that somebody must let it go on; null when it doesn't. */
    Evidenced approval() {
      return approval;
    }

    /** A gate would be a setting that no file shows. */
    boolean gateUnseen() {
      return gateUnseen;
    }

    /** That alone it runs on, by name; empty when that isn't said. */
    List<String> branches() {
      return branches;
    }

    /** It runs for tags alone. */
    boolean tagged() {
      return tagged;
    }

    /** It pushes the image that it builds. */
    boolean publishing() {
      return publishing;
    }

    /** It only runs when somebody starts it. */
    boolean startedByHand() {
      return startedByHand;
    }

    Job startedByHand(boolean only) {
      startedByHand = only;
      return this;
    }

    Job publishing(boolean pushes) {
      publishing |= pushes;
      return this;
    }

    Job forReview(boolean only) {
      review = only;
      return this;
    }

    Job gateUnseen(boolean unseen) {
      gateUnseen = unseen;
      return this;
    }

    Job approved(int line, String quote) {
      if (approval == null) approval = new Evidenced(line, quote);
      return this;
    }

    Job on(List<String> branches, boolean tagged) {
      this.branches = List.copyOf(branches);
      this.tagged = tagged;
      return this;
    }

    void into(String environment, int line) {
      if (!environment.isBlank()) environments.add(new Environment(environment, line));
    }

    void step(Step.Kind kind, String name, int line, String quote) {
      if (!name.isBlank()) steps.add(Step.named(kind, name, line, quote));
    }

    void image(String reference, int line) {
      if (!reference.isBlank()) steps.add(Step.image(reference, line));
    }

    /** What a container runs: its command with arguments, or what its image is made for. */
    void container(Node image, Node command, Node arguments) {
      var words = new ArrayList<String>();
      for (var part : List.of(command, arguments)) {
        if (!part.isList() && !part.text().isBlank()) words.add(part.text());
        part.items().forEach(word -> words.add(word.text()));
      }
      if (command.isThere() && !words.isEmpty()) {
        command(words, command.isList() || arguments.isThere() ? command.line() : image.line());
      } else if (image.isThere()) {
        image(image.text(), image.line());
      }
    }

    private void command(List<String> words, int line) {
      boolean shell = words.size() > 2 && words.get(1).matches("-[a-z]*c");
      if (shell) {
        script(words.get(2), line);
      } else {
        steps.add(new Step(Step.Kind.COMMAND, List.copyOf(words), line, String.join(" ", words)));
      }
    }

    /** The commands of a script. */
    void script(Node script) {
      if (script.isList()) {
        script.items().forEach(this::script);
      } else {
        script(script.text(), script.line());
      }
    }

    /**
     * @param line that it begins in, or the line before where it is a block of its own
     */
    void script(String text, int line) {
      int first = text.strip().contains("\n") || text.endsWith("\n") ? line + 1 : line;
      var lines = text.lines().toList();
      for (var command : Shell.commands(text)) {
        var quote = command.line() < lines.size() ? lines.get(command.line()) : text;
        steps.add(new Step(Step.Kind.COMMAND, command.words(), first + command.line(), quote));
      }
    }
  }
}
