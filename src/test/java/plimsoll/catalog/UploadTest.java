package plimsoll.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;

class UploadTest {
  @Test
  void aBrokenDocumentCostsOnlyItself() {
    var listing =
        Upload.of(
                """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: a}
                ---
                kind: [never closed
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: a name}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: b}
                """)
            .listing();
    assertEquals(List.of("a", "b"), listing.teams().stream().map(t -> t.key()).toList());
    assertEquals(List.of(2, 3), listing.problems().stream().map(p -> p.document()).toList());
    assertTrue(listing.problems().get(0).message().contains("Line 6"), listing::toString);
    assertTrue(listing.problems().get(1).message().contains("\"a name\""), listing::toString);
  }

  @Test
  void referencesComeShortAndLong() {
    for (var owner : List.of("Pay", "group:pay", "default/pay", "GROUP:Default/PAY")) {
      var service = component("metadata: {name: x}", "owner: \"" + owner + "\"");
      assertEquals("pay", service.owner(), owner);
    }
    var foreign = component("metadata: {name: x, namespace: emea}", "owner: pay");
    assertEquals("emea:pay", foreign.owner());
    assertEquals("emea:x", foreign.key());
  }

  @Test
  void theCatalogHasTheLastWordOnRelations() {
    var listing =
        Upload.of(
                """
                {"items":[{"apiVersion":"backstage.io/v1alpha1","kind":"Component",
                "metadata":{"name":"x"},"spec":{"owner":"old"},"relations":[
                {"type":"ownedBy","targetRef":"group:default/pay"},
                {"type":"partOf","target":{"kind":"system","namespace":"default","name":"shop"}}]}],
                "pageInfo":{"nextCursor":"abc"}}
                """)
            .listing();
    assertEquals("pay", listing.services().get(0).owner());
    assertEquals("shop", listing.services().get(0).system());
    assertTrue(listing.morePages());
  }

  @Test
  void newerKindsAndManifestsOfOthersAreCountedWithAWord() {
    var listing =
        Upload.of(
                """
                {apiVersion: backstage.io/v1beta9, kind: AiResource, metadata: {name: m}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
                ---
                {apiVersion: user.openshift.io/v1, kind: Group, metadata: {name: g}}
                """)
            .listing();
    assertEquals(3, listing.ignored());
    assertEquals(2, listing.notes().size());
    assertEquals(List.of(), listing.problems());
    assertEquals(List.of(), listing.teams());
  }

  @Test
  void namesOfEveryScriptStay() {
    var listing = Upload.of("team,person,email\n決済チーム,山田 太郎,taro@example.org\n").listing();
    assertEquals("決済チーム", listing.teams().get(0).key());
    assertEquals("山田 太郎", listing.people().get(0).name());
    var group =
        Upload.of(
                "{apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: kessai},"
                    + " spec: {profile: {displayName: 決済チーム}}}")
            .listing()
            .teams()
            .get(0);
    assertEquals("決済チーム", group.name());
  }

  @Test
  void aScriptTagIsANameLikeAnother() {
    var listing = Upload.of("team,person\n<script>alert(1)</script>,Bobby\n").listing();
    assertEquals("<script>alert(1)</script>", listing.teams().get(0).name());
    assertEquals("script-alert-1-script", listing.teams().get(0).key());
  }

  @Test
  void tenThousandDocumentsAreTaken() {
    var text =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: s%d\nspec:\n  owner: t%d\n"
                        .formatted(i, i % 100))
            .collect(Collectors.joining("---\n"));
    assertEquals(10_000, Upload.of(text).listing().services().size());
  }

  @Test
  void anAliasBombIsRefused() {
    var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (var i = 1; i < 10; i++) {
      var alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ",",
                      List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
    }
    assertEquals(422, status(bomb.toString().getBytes(UTF_8)));
  }

  @Test
  void whatIsTooDeepIsRefused() {
    assertEquals(422, status(("a: " + "[".repeat(5000)).getBytes(UTF_8)));
    assertEquals(400, status("[".repeat(5000).getBytes(UTF_8)));
  }

  @Test
  void classesNamedInYamlAreRefused() {
    assertEquals(
        422, status("!!javax.script.ScriptEngineManager [!!java.net.URL [\"x\"]]".getBytes(UTF_8)));
  }

  @Test
  void wordsThatYamlOnceTookForTruthStayWords() {
    var listing =
        Upload.of(
                """
                {apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: on}}
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: 2024-01-01}}
                ---
                {apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: 12}}
                """)
            .listing();
    assertEquals(List.of("on", "2024-01-01"), listing.teams().stream().map(t -> t.key()).toList());
    assertEquals(1, listing.problems().size(), "a number is no name");
  }

  @Test
  void spreadsheetsComeAsTheyAreSaved() {
    var excel =
        "\ufeffE-Mail;Person;TEAM;email;service;phone\r\n;\"Lovelace; Ada\";Payments;ada@example.org;\"the \"\"ledger\"\"\";7\r\n\r\n";
    var listing = Upload.of(excel).listing();
    assertEquals("Lovelace; Ada", listing.people().get(0).name());
    assertEquals("the-ledger", listing.services().get(0).key());
    assertEquals("payments", listing.services().get(0).owner());
    assertEquals(2, listing.problems().size(), "the columns e-mail and phone");
  }

  @Test
  void oneWrongLineOfASpreadsheetCostsOnlyItself() {
    var listing =
        Upload.of(
                "team,person,email\nA,Ada,ada at example\nA,Grace,grace@example.org,too much\nA,Ken,ken@example.org\n")
            .listing();
    assertEquals(List.of("Ken"), listing.people().stream().map(p -> p.name()).toList());
    assertEquals(List.of(2, 3), listing.problems().stream().map(p -> p.document()).toList());
  }

  @Test
  void anEndlessQuoteKeepsTheLinesBefore() {
    var listing = Upload.of("team,person\nA,Ada\nA,\"Grace\nA,Ken\n").listing();
    assertEquals(List.of("Ada"), listing.people().stream().map(p -> p.name()).toList());
    assertEquals(1, listing.problems().size());
  }

  @Test
  void aSpreadsheetWithoutItsHeadIsRefused() {
    var upload = new Upload("Payments,Ada\n".getBytes(UTF_8), Upload.Form.CSV);
    assertEquals(422, assertThrows(Refusal.class, upload::listing).status());
  }

  @Test
  void otherEncodingsAreRefused() {
    assertEquals(400, status("team,person\nA,Jürgen\n".getBytes(ISO_8859_1)));
    assertEquals(400, status("team,person\nA,Ada\n".getBytes(UTF_16)));
  }

  @Test
  void emptinessAndNoiseAreRefused() {
    assertEquals(422, status(new byte[0]));
    assertEquals(422, status("hello".getBytes(UTF_8)));
    assertEquals(400, status("{\"items\": [".getBytes(UTF_8)));
    assertEquals(413, status(new byte[Upload.BYTES_MAX + 1]));
  }

  private static int status(byte[] bytes) {
    var upload = new Upload(bytes, Upload.Form.ANY);
    return assertThrows(Refusal.class, upload::listing).status();
  }

  private static Listing.ServiceEntry component(String metadata, String spec) {
    return Upload.of(
            "---\n{apiVersion: backstage.io/v1alpha1, kind: Component, %s, spec: {%s}}"
                .formatted(metadata, spec))
        .listing()
        .services()
        .get(0);
  }
}
