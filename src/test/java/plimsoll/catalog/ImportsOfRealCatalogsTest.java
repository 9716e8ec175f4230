package plimsoll.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.Corpora;
import plimsoll.access.Refusal;

/** The counts were made by hand, by reading the files. */
class ImportsOfRealCatalogsTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-06-01T09:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // file, teams, people, services, ignored, problems
    "catalog-model-examples/acme-corp.yaml, 0, 0, 0, 1, 0",
    "catalog-model-examples/acme__org.yaml, 1, 0, 0, 1, 0",
    "catalog-model-examples/acme__team-a-group.yaml, 1, 4, 0, 0, 0",
    "catalog-model-examples/acme__team-b-group.yaml, 1, 5, 0, 0, 0",
    "catalog-model-examples/components__artist-lookup-component.yaml, 0, 0, 1, 0, 0",
    "catalog-model-examples/apis__petstore-api.yaml, 0, 0, 0, 1, 0",
    "create-app/examples__entities.yaml, 0, 0, 1, 2, 0",
    "create-app/examples__org.yaml, 1, 1, 0, 0, 0",
    "create-app/examples__template__template.yaml, 0, 0, 0, 0, 0",
    "demo/catalog-info.yaml, 0, 0, 1, 1, 0",
    "janus/catalog-info-teams.yaml, 9, 0, 0, 0, 0",
    "janus/catalog-info.yaml, 0, 0, 1, 2, 0",
    "roadie/test-entity.yaml, 0, 0, 6, 0, 0",
    "api/entities.json, 1, 1, 1, 6, 0",
    "api/entities_single.json, 1, 0, 0, 0, 0",
    "api/component.json, 0, 0, 1, 0, 0",
    "api/user.json, 0, 1, 0, 0, 0",
    "api/location.json, 0, 0, 0, 1, 0",
    "software-templates/docs-template__template.yaml, 0, 0, 0, 0, 0",
  })
  void aFileStatesWhatIsCountedByHand(
      String file, int teams, int people, int services, int ignored, int problems)
      throws IOException {
    var listing = Upload.of(text(file)).listing();
    assertEquals(
        List.of(teams, people, services, ignored, problems),
        List.of(
            listing.teams().size(),
            listing.people().size(),
            listing.services().size(),
            listing.ignored(),
            listing.problems().size()),
        () -> listing.problems() + " " + listing.notes());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "software-templates/docs-template-cookiecutter__skeleton__catalog-info.yaml, Line 4",
    "software-templates/pull-request__template__catalog-info.yaml, values.name",
    "api/location_by_id.json, kind",
    "api/locations.json, kind",
  })
  void aFileWithoutAnEntityIsRefusedWithItsFault(String file, String word) throws IOException {
    var upload = Upload.of(text(file));
    var refusal = assertThrows(Refusal.class, upload::listing);
    assertEquals(422, refusal.status());
    assertTrue(refusal.faults().get(0).message().contains(word), refusal.faults()::toString);
  }

  @Test
  void noFileOfTheCorpusFails() throws IOException {
    var shelf = new Shelf();
    var refused = 0;
    for (var file : Corpora.filesBelow("backstage")) {
      refused += isRefused(shelf, file) ? 1 : 0;
    }
    assertEquals(5, refused, "a broken template, a template's name, three answers on locations");
  }

  private static boolean isRefused(Shelf shelf, Path file) throws IOException {
    try {
      assertNotNull(shelf.take(Files.readString(file), AT));
      return false;
    } catch (Refusal refusal) {
      return true;
    }
  }

  @Test
  void everyFileTwiceChangesNothing() throws IOException {
    for (var file : Corpora.filesBelow("backstage")) {
      var shelf = new Shelf();
      if (!isRefused(shelf, file)) {
        var again = shelf.take(Files.readString(file), LATER);
        assertEquals(0, again.added() + again.updated() + again.retired(), file::toString);
      }
    }
  }

  @Test
  void theExampleCompanyBecomesTeamsPeopleAndServices() throws IOException {
    var shelf = new Shelf();
    for (var file : Corpora.filesBelow("backstage/catalog-model-examples")) {
      shelf.take(Files.readString(file), AT);
    }
    assertEquals(
        List.of("breanna.davison", "guest", "janelle.dawe", "nigel.manning"),
        shelf.roster("team-a", AT));
    assertEquals("backstage", shelf.team("team-a").parent());
    assertEquals("acme-corp", shelf.team("infrastructure").parent());
    assertEquals("team-a", shelf.owner("www-artist", AT));
    assertEquals("team-c", shelf.owner("petstore", AT));
    assertNull(shelf.owner("searcher", AT), "it is owned by a person");
    assertEquals("Janelle Dawe", shelf.person("janelle.dawe").name());
    assertEquals("breanna.davison", shelf.person("breanna.davison").name());
  }

  private static String text(String file) throws IOException {
    return Files.readString(Corpora.file("backstage/" + file));
  }
}
