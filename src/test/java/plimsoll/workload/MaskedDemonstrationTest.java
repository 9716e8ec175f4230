package plimsoll.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.demonstration.Organisation;
import plimsoll.demonstration.Parameters;
import plimsoll.workload.file.SourceFile;

/** Files of the demonstration as they are kept. */
class MaskedDemonstrationTest {
  private static final Organisation COMPANY =
      Organisation.generate(Parameters.demonstration(LocalDate.parse("2026-11-23")));

  @Test
  void whatIsMaskedIsReadAsBefore() {
    var files = COMPANY.files(0);
    for (var planted : COMPANY.fingerprints(0)) {
      var kept = files.get(planted.service()).stream().map(MaskedDemonstrationTest::kept).toList();
      var read = Readers.read(planted.service(), kept, List.of());
      assertEquals(planted, read.fingerprint(planted.team()));
      assertFalse(kept.toString().contains("not-kept-anyway"));
    }
  }

  private static SourceFile kept(SourceFile file) {
    return new SourceFile(file.origin(), file.path(), Masks.of(file));
  }
}
