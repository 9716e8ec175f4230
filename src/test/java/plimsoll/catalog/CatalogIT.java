package plimsoll.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.Corpora;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class CatalogIT {
  private static final String IMPORTS = "/api/v1/catalog/imports";
  private final Api api = Api.asAdministrator();

  @Test
  void aSpreadsheetTwiceChangesNothing() {
    var text = "team,person,email,service\nIT Ledger,Ada,ada@it.example.org,it-ledger\n";
    var first = Api.json(api.post(IMPORTS, "text/csv; charset=utf-8", text));
    assertEquals(3, first.get("added").asInt(), first::toString);
    var second = Api.json(api.post(IMPORTS, "text/csv", text));
    assertEquals(0, second.get("added").asInt() + second.get("updated").asInt());
    assertEquals(3, second.get("unchanged").asInt());
  }

  @Test
  void realCatalogsBecomeTeamsWithPeopleAndServices() throws IOException {
    for (var file : Corpora.filesBelow("backstage/catalog-model-examples")) {
      var answer = api.post(IMPORTS, "application/yaml", Files.readString(file));
      assertEquals(200, answer.statusCode(), file + answer.body());
    }
    var teams = Api.json(api.get("/api/v1/teams?after=team&limit=100")).get("items");
    var teamA =
        StreamSupport.stream(teams.spliterator(), false)
            .filter(team -> team.get("key").asText().equals("team-a"))
            .findFirst()
            .orElseThrow();
    assertEquals(4, teamA.get("people").asInt());
    assertEquals("backstage", teamA.get("parent").asText());
    assertEquals("artist-lookup", teamA.get("services").get(0).asText());
    assertTrue(api.get("/api/v1/services").body().contains("\"petstore\""));
    assertTrue(api.get("/api/v1/people").body().contains("janelle-dawe@example.com"));
  }

  @Test
  void apiAnswersOfBackstageAreTaken() throws IOException {
    var text = Files.readString(Corpora.file("backstage/api/entities.json"));
    assertEquals(200, api.post(IMPORTS, "application/json", text).statusCode());
    var again = Api.json(api.post(IMPORTS + "?source=portal", "application/json", text));
    assertEquals(6, again.get("ignored").asInt(), again::toString);
  }

  @Test
  void refusalsSayWhatIsWrong() {
    assertEquals(415, api.post(IMPORTS, "application/xml", "<a/>").statusCode());
    assertEquals(400, api.post(IMPORTS, "application/json", "{").statusCode());
    var answer =
        api.post(
            IMPORTS,
            "application/yaml",
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a name\n");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("\\\"a name\\\""), answer::body);
    assertEquals(413, api.post(IMPORTS, "application/yaml", "#".repeat(20_000_001)).statusCode());
    assertEquals(422, api.get("/api/v1/teams?limit=101").statusCode());
  }

  @Test
  void strangersSeeNobody() {
    var nobody = Api.asNobody();
    assertEquals(401, nobody.get("/api/v1/people").statusCode());
    assertEquals(401, nobody.get("/api/v1/teams").statusCode());
    assertEquals(401, nobody.post(IMPORTS, "text/csv", "team,person\nA,B\n").statusCode());
  }

  @Test
  void thePageTakesAnImportAndEscapesNames() {
    var page = api.get("/catalog");
    assertEquals(200, page.statusCode(), page::body);
    var token = page.body().replaceFirst("(?s).*name=\"formToken\" value=\"([^\"]+)\".*", "$1");
    var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var form =
        part("formToken", token)
            + part("text", "team,person\n<script>alert(1)</script>,山田 太郎\n")
            + "--edge--\r\n";
    var answer = api.post("/catalog", "multipart/form-data; boundary=edge", form, "Cookie", cookie);
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("2 added, 0 updated"), answer::body);
    assertTrue(answer.body().contains("&lt;script&gt;alert(1)"), answer::body);
    assertTrue(answer.body().contains("山田 太郎"));
    assertFalse(answer.body().contains("<script>alert"));
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    var form = part("formToken", "guess") + part("text", "team,person\nA,B\n") + "--edge--\r\n";
    var answer = api.post("/catalog", "multipart/form-data; boundary=edge", form);
    assertEquals(403, answer.statusCode());
  }

  private static String part(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }
}
