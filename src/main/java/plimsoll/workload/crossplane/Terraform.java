package plimsoll.workload.crossplane;

import java.util.regex.Pattern;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** What a file of Terraform makes: resources of its own, and modules of others by reference. */
final class Terraform {
  private static final Pattern RESOURCE =
      Pattern.compile("\\s*resource\\s+\"([A-Za-z0-9_]{1,100})\"\\s+\"[^\"]{1,200}\"\\s*\\{?.*");
  private static final Pattern MODULE = Pattern.compile("\\s*module\\s+\"[^\"]{1,200}\"\\s*\\{?.*");
  private static final Pattern SOURCE =
      Pattern.compile("\\s*source\\s*=\\s*\"([^\"$]{1,300})\"\\s*(?:#.*|//.*)?");

  private Terraform() {}

  static void read(SourceFile file, Sketch sketch) {
    sketch.read(file);
    int number = 0;
    int module = 0;
    for (var line : file.text().split("\n", -1)) {
      number++;
      var source = SOURCE.matcher(line);
      if (RESOURCE.matcher(line).matches()) {
        sketch.fill(Slot.PROVISIONING, null, file, number, line);
      } else if (MODULE.matcher(line).matches()) {
        module = number;
      } else if (module > 0 && source.matches()) {
        sketch.fill(Slot.PROVISIONING, reference(source.group(1)), file, number, line);
        module = 0;
      } else if (module > 0 && line.startsWith("}")) {
        sketch.gap(file, module, "", "The source of this module is not told in one line.");
        module = 0;
      }
    }
  }

  /** Without its version; null for a folder of the same repository. */
  private static String reference(String source) {
    return source.startsWith(".") ? null : source.replaceFirst("\\?ref=.*$", "");
  }
}
