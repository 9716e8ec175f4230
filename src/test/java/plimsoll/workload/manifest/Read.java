package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.List;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Files of a service, written down in a test and read. */
final class Read {
  static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web, tier: front}}
          spec:
            containers:
            - name: web
              image: acme/web:1
              ports: [{containerPort: 80}]
      """;
  static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  private final List<SourceFile> files = new ArrayList<>();
  private final List<SourceFile> surroundings = new ArrayList<>();

  static Read of(String... texts) {
    var read = new Read();
    for (var text : texts) read.file("k8s/f" + read.files.size() + ".yaml", text);
    return read;
  }

  /** A Deployment "web" whose pods say this. */
  static Read web(String pod) {
    return of(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
        """
            + pod.indent(6));
  }

  Read file(String path, String text) {
    files.add(new SourceFile("git:shop", path, text));
    return this;
  }

  Read live(String path, String text) {
    files.add(new SourceFile("cluster:one", path, text));
    return this;
  }

  Read around(String text) {
    surroundings.add(new SourceFile("cluster:one", "s" + surroundings.size(), text));
    return this;
  }

  Read reversed() {
    java.util.Collections.reverse(files);
    java.util.Collections.reverse(surroundings);
    return this;
  }

  Profile profile() {
    var sketch = new Sketch();
    new ManifestReader().read(files, surroundings, sketch);
    return sketch.profile("shop");
  }

  Finding finding(Trait trait) {
    return profile().traits().get(trait);
  }

  String answer(Trait trait) {
    var finding = finding(trait);
    return finding == null ? "none" : finding.answer().name();
  }

  /** Null when it is unknown. */
  String choice(Feature feature) {
    var chosen = profile().choices().get(feature);
    return chosen == null ? null : chosen.value();
  }
}
