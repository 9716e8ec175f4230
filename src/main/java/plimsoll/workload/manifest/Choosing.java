package plimsoll.workload.manifest;

import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;

/** Writes down choices and slots with the place in an object where they were read. */
record Choosing(Sketch sketch) {

  void choose(Feature feature, String value, Manifest where, Node part, String name) {
    var evidence = where.evidence(part, name);
    sketch.choose(feature, value, where.textOf(part).file(), evidence.line(), evidence.quote());
  }

  /** By the object being there. */
  void choose(Feature feature, String value, Manifest where) {
    choose(feature, value, where, where.at("kind"), "kind");
  }

  /** That something is not there. */
  void lacks(Feature feature, String value, Manifest where) {
    sketch.choose(feature, value, where.text().file(), where.lacking().line(), "");
  }

  void trait(Feature feature, boolean has, Manifest where, Node part, String name) {
    choose(feature, Boolean.toString(has), where, part, name);
  }

  /**
   * @param source what is used by reference; null when the service has its own
   */
  void fill(Slot slot, String source, Manifest where, Node part, String name) {
    var evidence = where.evidence(part, name);
    sketch.fill(slot, source, where.textOf(part).file(), evidence.line(), evidence.quote());
  }
}
