package plimsoll.pattern.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Profile.Gap;
import plimsoll.pattern.Slot;
import plimsoll.pattern.copy.Files;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Recorded;

/** All that the files of an organisation say together. */
class LandscapeTest {
  private static final Evidence LINE = new Evidence("ci.yml", 1, "uses");

  /** One file of so many lines, and slots with the sources that fill them. */
  private static Specimen service(String team, String service, int lines, String... sources) {
    var filled = new ArrayList<Implementation>();
    for (int i = 0; i < sources.length; i++) {
      filled.add(
          new Implementation(Slot.values()[i], sources[i].equals("own") ? null : sources[i], LINE));
    }
    var profile =
        new Profile(
            service,
            Map.of(),
            Map.of(),
            filled,
            List.of(Files.pipeline("ci.yml", Files.lines(lines))),
            1,
            List.of(new Gap(LINE, "A template."), new Gap(LINE, lines + " lines.")));
    return Specimen.of(profile, team);
  }

  private static Landscape of(Specimen... services) {
    return Landscape.of(List.of(services), (service, path) -> null);
  }

  /** Both files of ten lines are copies; of three teams one builds by its own. */
  @Test
  void theRecordIsTheLargerOfWhatIsRebuiltAndWhatIsCopied() {
    var found =
        of(
            service("a", "x", 10, "acme/build"),
            service("b", "y", 10, "acme/build"),
            service("c", "z", 2, "own"));
    assertEquals(.5, found.rebuilding().index());
    assertEquals(1, found.copies().share(), "the file of two lines is not compared");
    assertEquals(100, found.rebuiltPercent());
    assertEquals(
        List.of(
            Recorded.of("a", Criterion.P3, 1, 1),
            Recorded.of("b", Criterion.P3, 1, 1),
            Recorded.of("c", Criterion.P3, 1, 1)),
        found.recorded());
  }

  @Test
  void ofATeamItIsACountOfWhatItHasForItself() {
    var found =
        of(
            service("a", "x", 2, "own", "acme/scan", "own"),
            service("b", "y", 2, "acme/build", "acme/scan", "own"),
            service("c", "z", 2, "acme/build", "acme/scan", "own"));
    assertEquals(List.of(2.0, 1.0, 1.0), found.recorded().stream().map(Recorded::hits).toList());
    assertEquals(List.of(3.0, 3.0, 3.0), found.recorded().stream().map(Recorded::trials).toList());
    assertEquals(50, found.rebuiltPercent());
  }

  @Test
  void whatWasNotUnderstoodIsCountedByItsReason() {
    var found = of(service("a", "x", 10), service("a", "y", 11), service("b", "z", 12));
    assertEquals(6, found.gapsFound());
    assertEquals(3, found.servicesWithGaps());
    assertEquals(new Landscape.Reason("A template.", 3), found.gaps().get(0));
    assertEquals(4, found.gaps().size());
  }

  @Test
  void nothingReadIsNothingKnown() {
    var found = of();
    assertNull(found.rebuiltPercent());
    assertEquals(List.of(), found.recorded());
  }

  @Test
  void theOrderOfServicesDoesNotMatterAndItComesBackAsItWasStored() {
    var services = new ArrayList<>(Planted.of(3, 6, 5, .1, .05, 4).specimens());
    var found = Landscape.of(services, (service, path) -> null);
    Collections.shuffle(services, new Random(2));
    assertEquals(found, Landscape.of(services, (service, path) -> null));
    assertEquals(found, Json.read(Json.write(found), Landscape.class));
  }

  /** The planted organisation of 1,000 services takes less than two kilobytes for each. */
  @Test
  void aLandscapeStaysSmall() {
    var planted = Planted.of(12, 30, 33, .1, .05, 1);
    var stored = Json.write(Landscape.of(planted.specimens(), (service, path) -> null));
    assertTrue(stored.length() < 2_000 * 990, stored.length() + " characters");
  }
}
