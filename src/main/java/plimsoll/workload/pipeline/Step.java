package plimsoll.workload.pipeline;

import java.util.List;

/**
 * Something that a pipeline does.
 *
 * @param words of a command; else the one name that its language knows it by, without a version
 */
record Step(Kind kind, List<String> words, int line, String quote) {

  /** What kind of name a step has; names of two kinds never mix. */
  enum Kind {
    COMMAND,
    /** Of GitHub, "owner/name" or "owner/name/path". */
    ACTION,
    /** Of a container, without registry's default, tag and digest. */
    IMAGE,
    /** Of Jenkins. */
    STEP,
    /** Of CircleCI, "owner/orb/job". */
    ORB,
    /** Of Azure Pipelines, "Name@1". */
    TASK,
    /** Of Bitbucket. */
    PIPE,
    /** Of Buildkite. */
    PLUGIN,
    /** Of GitLab: a template that comes with it, or a component. */
    TEMPLATE,
    /** Of Tekton's catalog. */
    TASKREF
  }

  static Step named(Kind kind, String name, int line, String quote) {
    return new Step(kind, List.of(name), line, quote);
  }

  /** Without registry's default, tag and digest. */
  static Step image(String reference, int line) {
    return named(Kind.IMAGE, imageName(reference), line, reference);
  }

  static String imageName(String reference) {
    int digest = reference.indexOf('@');
    var name = digest < 0 ? reference : reference.substring(0, digest);
    int tag = name.lastIndexOf(':');
    name = tag > name.lastIndexOf('/') ? name.substring(0, tag) : name;
    return name.replaceFirst("^(?:index\\.)?docker\\.io/(?:library/)?", "");
  }

  /** Its name, or the program that it runs. */
  String first() {
    return words.get(0);
  }
}
