package plimsoll.workload;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.pattern.Profile;
import plimsoll.workload.crossplane.CrossplaneReader;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;
import plimsoll.workload.manifest.ManifestReader;
import plimsoll.workload.pipeline.Outliner;
import plimsoll.workload.pipeline.PipelineReader;

/** All readers, one after the other, over the files of one service. */
public final class Readers {
  /** Raised whenever readers find other things in the same files, so that all are read again. */
  public static final int EDITION = 1;

  private static final Logger LOG = Logger.getLogger(Readers.class.getName());
  private static final List<Reader> ALL =
      List.of(new ManifestReader(), new PipelineReader(), new CrossplaneReader(), new Outliner());

  private Readers() {}

  /**
   * What is known of a service.
   *
   * @param files all of it, without secrets
   * @param surroundings what holds for all services of the clusters that it runs in
   */
  public static Profile read(
      String service, List<SourceFile> files, List<SourceFile> surroundings) {
    var sketch = new Sketch();
    for (var reader : ALL) {
      read(reader, files, surroundings, sketch);
    }
    return sketch.profile(service);
  }

  /** A file that one reader stumbles over must not hide what the others read. */
  private static void read(
      Reader reader, List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    try {
      reader.read(files, surroundings, sketch);
    } catch (RuntimeException e) {
      var name = reader.getClass().getSimpleName();
      LOG.log(Level.WARNING, e, () -> name + " stumbled");
      files.stream()
          .findFirst()
          .ifPresent(
              file ->
                  sketch.gap(file, 0, "", "Reading stopped at a fault of ours in " + name + "."));
    }
  }
}
