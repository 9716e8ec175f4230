package plimsoll.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.pattern.Outline;
import plimsoll.pattern.copy.CopyGroup.Member;
import plimsoll.reading.Reading;
import plimsoll.workload.Fingerprints;
import plimsoll.workload.WorkloadFiles;
import plimsoll.workload.file.SourceFile;

/** The files behind a reading's patterns: as they are now, and as the reading saw them. */
@ApplicationScoped
public class PatternFiles {
  @Inject WorkloadFiles files;
  @Inject Fingerprints fingerprints;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  /**
   * @param open whether who asks may read files, and not only what was read of them
   */
  CopyPair.Texts of(Reading reading, boolean open) {
    var day = LocalDate.ofInstant(reading.to(), zone);
    return new CopyPair.Texts() {
      @Override
      public Optional<String> now(Member file) {
        if (!open) return Optional.empty();
        return files.of(file.service(), file.path()).stream().findFirst().map(SourceFile::text);
      }

      @Override
      public Optional<Settings> settings(Member one, Member other) {
        var left = outline(one, day);
        return left.flatMap(here -> outline(other, day).map(there -> Settings.of(here, there)));
      }
    };
  }

  private Optional<Outline> outline(Member file, LocalDate day) {
    return fingerprints.profile(file.service(), day).stream()
        .flatMap(profile -> profile.outlines().stream())
        .filter(outline -> outline.path().equals(file.path()))
        .findFirst();
  }
}
