package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class ConnectionsIT {
  private static final String CONNECTIONS = "/api/v1/connections";
  private static final String TOKEN = "eyJhbGciOi.a-token-that-nobody-may-ever-see-again";

  private final Api api = Api.asAdministrator();
  private final MockCluster cluster = new MockCluster();
  private final List<String> made = new ArrayList<>();

  @AfterEach
  void remove() {
    made.forEach(id -> api.delete(CONNECTIONS + "/" + id));
    cluster.close();
  }

  @Test
  void clusterIsReadAndThenListenedTo() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    cluster.deploy("pay", "invoice", 2);
    var id = connect(cluster.address());
    var one = await(id, it -> it.path("doing").asText().startsWith("Listening"));
    assertEquals("RUNNING", one.path("state").asText());
    assertEquals(2, one.path("counts").path("apps/v1/Deployment").asInt(), one.toString());
    assertFalse(one.path("lastSuccess").isNull());
    assertEquals("", one.path("failure").asText());
    var page = api.get("/connections").body();
    assertTrue(page.contains("Listening to changes of"), page);
    assertFalse(page.contains(TOKEN));
    assertFalse(api.get(CONNECTIONS).body().contains(TOKEN));
  }

  @Test
  void credentialIsNowhereInPlainAndGoesWithItsConnection() throws Exception {
    var last = json(api.get("/api/v1/audit/check")).path("last").asText();
    var id = connect(cluster.address());
    await(id, it -> !it.path("lastSuccess").isNull());
    assertTrue(inDatabase(cluster.address().toString()), "what is looked for would be found");
    assertFalse(inDatabase(TOKEN));
    var audit = api.get("/api/v1/audit?after=" + last).body();
    assertTrue(audit.contains("connected a system"), audit);
    assertFalse(audit.contains(TOKEN));
    assertEquals(204, api.delete(CONNECTIONS + "/" + id).statusCode());
    assertEquals(404, api.get(CONNECTIONS + "/" + id).statusCode());
    assertEquals(404, api.postJson(CONNECTIONS + "/" + id + "/refresh", "{}").statusCode());
  }

  /** Only a database of files can be looked through so; the other one is closed the same way. */
  private static boolean inDatabase(String text) throws IOException {
    if (!System.getProperty("plimsoll.test.database", "h2").equals("h2")) {
      return !text.equals(TOKEN);
    }
    try (var files = Files.walk(OnTheServer.databaseFolder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(text)) return true;
      }
    }
    return false;
  }

  @Test
  void stoppedOneIsLeftAloneUntilItIsAskedForAgain() throws Exception {
    var id = connect(cluster.address());
    await(id, it -> it.path("doing").asText().startsWith("Listening"));
    var stopped = json(api.postJson(CONNECTIONS + "/" + id + "/stop", "{}"));
    assertEquals("STOPPED", stopped.path("state").asText());
    assertTrue(stopped.path("nextAttempt").isNull());
    assertTrue(stopped.path("counts").has("apps/v1/Deployment"), "what was read stays");
    Thread.sleep(3000);
    assertEquals("STOPPED", json(api.get(CONNECTIONS + "/" + id)).path("state").asText());
    assertEquals(200, api.postJson(CONNECTIONS + "/" + id + "/refresh", "{}").statusCode());
    await(id, it -> it.path("doing").asText().startsWith("Listening"));
  }

  @Test
  void wrongCredentialIsNamedAndAnotherOneIsTakenAtOnce() throws Exception {
    try (var argocd = new LocalServer()) {
      argocd.give("/api/v1/applications", 401, "{}");
      argocd.give("/api/v1/projects", 200, "{\"items\":null}");
      var id = connect("argocd", argocd.address());
      var failed = await(id, it -> it.path("state").asText().equals("TROUBLED"));
      assertTrue(failed.path("failure").asText().contains("does not take the token"));
      assertFalse(failed.path("nextAttempt").isNull());
      argocd.give("/api/v1/applications", 200, "{\"items\":[{\"metadata\":{\"name\":\"a\"}}]}");
      var other = "{\"token\":\"another-token-entirely\"}";
      var given = api.putJson(CONNECTIONS + "/" + id + "/credential", other);
      assertEquals(200, given.statusCode(), given.body());
      var read = await(id, it -> !it.path("lastSuccess").isNull());
      assertEquals(1, read.at("/counts").path("argoproj.io/v1alpha1/Application").asInt());
      assertEquals("Bearer another-token-entirely", argocd.tokens.get(argocd.tokens.size() - 1));
    }
  }

  @Test
  void catalogOfBackstageIsImportedUnderTheNameOfItsConnection() throws Exception {
    try (var backstage = new LocalServer()) {
      var team = "b-" + UUID.randomUUID().toString().substring(0, 8);
      backstage.give("/api/catalog/entities/by-query", 200, group(team));
      var id = connect("backstage", backstage.address());
      await(id, it -> !it.path("lastSuccess").isNull());
      var teams = api.get("/api/v1/teams?after=" + team.substring(0, team.length() - 1)).body();
      assertTrue(teams.contains(team), teams);
    }
  }

  /** A team of one; teams of nobody are not listed. */
  private static String group(String name) {
    return """
        {"items":[{"apiVersion":"backstage.io/v1alpha1","kind":"Group",
         "metadata":{"name":"%s"},"spec":{"type":"team","children":[]}},
         {"apiVersion":"backstage.io/v1alpha1","kind":"User","metadata":{"name":"%s-ada"},
         "spec":{"profile":{"email":"ada@%s.example"},"memberOf":["%s"]}}],"pageInfo":{}}
        """
        .formatted(name, name, name, name);
  }

  @Test
  void deadAndTalkativeSystemsHoldUpNobody() throws Exception {
    try (var bad = new LocalServer()) {
      bad.give("/apis", 200, "{\"a\":\"" + "x".repeat(40_000_000) + "\"}");
      var large = connect(bad.address());
      var dead = connect(URI.create("http://127.0.0.1:9"));
      var good = connect(cluster.address());
      await(good, it -> it.path("doing").asText().startsWith("Listening"));
      var one = await(large, it -> it.path("state").asText().equals("TROUBLED"));
      assertTrue(one.path("failure").asText().contains("larger than 30 MB"), one.toString());
      var other = await(dead, it -> it.path("state").asText().equals("TROUBLED"));
      assertTrue(other.path("failure").asText().contains("cannot be reached"), other.toString());
    }
  }

  @Test
  void wrongWishesAreNamed() {
    var wish = "{\"kind\":\"kubernetes\",\"name\":\"w\",%s}";
    for (var wrong :
        List.of(
            "\"address\":\"http://169.254.169.254\"",
            "\"address\":\"http://100.100.100.200\"",
            "\"address\":\"http://[fd00:ec2::254]\"",
            "\"address\":\"file:///etc/passwd\"",
            "\"address\":\"https://me:secret@cluster.example.org\"",
            "\"address\":\"https://10.0.0.1\",\"ca\":\"no certificate\"",
            "\"address\":\"https://10.0.0.1\",\"token\":\"a b\"",
            "\"address\":\"https://10.0.0.1\",\"namespaces\":[\"../..\"]",
            "\"address\":\"https://10.0.0.1\",\"minutes\":0",
            "\"kubeconfig\":\"users: [{}]\"")) {
      var answer = api.postJson(CONNECTIONS, wish.formatted(wrong));
      assertEquals(422, answer.statusCode(), wrong + answer.body());
    }
    var nobody = Api.withScopes("connections-sender", "sender");
    assertEquals(403, nobody.get(CONNECTIONS).statusCode());
    assertEquals(403, nobody.postJson(CONNECTIONS, "{}").statusCode());
  }

  @Test
  void twoOfOneKindLiveSideBySideAndNamesAreTakenOnce() throws Exception {
    try (var other = new MockCluster()) {
      cluster.deploy("pay", "ledger", 1);
      other.deploy("pay", "one", 1);
      other.deploy("pay", "two", 1);
      var first = connect(cluster.address());
      var second = connect(other.address());
      assertEquals(1, deployments(first));
      assertEquals(2, deployments(second));
      var name = json(api.get(CONNECTIONS + "/" + first)).path("name").asText();
      var again =
          api.postJson(
              CONNECTIONS,
              "{\"kind\":\"kubernetes\",\"name\":\"%s\",\"address\":\"%s\"}"
                  .formatted(name, cluster.address()));
      assertEquals(409, again.statusCode(), again.body());
    }
  }

  /** From a cluster that knows no other word than what it holds to the platform's page. */
  @Test
  void whatACrossplaneHoldsIsOnThePlatformsPageAndWhatIsForbiddenIsNamed() throws Exception {
    var crossplane = "apiextensions.crossplane.io/v1/";
    var group = "g" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    cluster.answer("/apis/cert-manager.io/v1/certificates", 403, "{}");
    cluster.answer("/apis/keda.sh/v1alpha1/scaledjobs", 404, "404 page not found");
    cluster.add(
        crossplane + "CompositeResourceDefinition",
        "compositeresourcedefinitions",
        "",
        "xthings." + group,
        """
        {"spec":{"group":"%s","names":{"kind":"XThing","plural":"xthings"},
         "claimNames":{"kind":"Thing","plural":"things"},
         "versions":[{"name":"v1","served":true,"referenceable":true}]}}
        """
            .formatted(group));
    cluster.add(
        crossplane + "Composition",
        "compositions",
        "",
        "things." + group,
        "{\"spec\":{\"compositeTypeRef\":{\"apiVersion\":\"%s/v1\",\"kind\":\"XThing\"}}}"
            .formatted(group));
    cluster.add(group + "/v1/Thing", "things", "pay", "orders", "{\"spec\":{}}");
    var id = connect(cluster.address());
    var one = await(id, it -> !it.path("lastSuccess").isNull());
    assertEquals(1, one.path("counts").path(group + "/v1/Thing").asInt(), one::toString);
    assertEquals(
        "{\"cert-manager.io/v1/Certificate\":\"The credential may not read it.\"}",
        one.path("passedOver").toString());
    var page = api.get("/platform").body();
    assertTrue(page.contains(group + "/XThing"), page);
    assertTrue(page.contains("things." + group), page);
    assertTrue(api.get("/connections").body().contains("One kind passed over"));
  }

  private int deployments(String id) throws InterruptedException {
    return await(id, it -> !it.path("lastSuccess").isNull())
        .path("counts")
        .path("apps/v1/Deployment")
        .asInt();
  }

  private String connect(URI address) {
    return connect("kubernetes", address);
  }

  private String connect(String kind, URI address) {
    var wanted =
        "{\"kind\":\"%s\",\"name\":\"c-%s\",\"address\":\"%s\",\"token\":\"%s\"}"
            .formatted(kind, UUID.randomUUID().toString().substring(0, 8), address, TOKEN);
    var answer = api.postJson(CONNECTIONS, wanted);
    assertEquals(201, answer.statusCode(), answer.body());
    var id = json(answer).path("id").asText();
    made.add(id);
    return id;
  }

  private JsonNode await(String id, Predicate<JsonNode> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(60);
    JsonNode one = null;
    while (Instant.now().isBefore(end)) {
      one = json(api.get(CONNECTIONS + "/" + id));
      if (wanted.test(one)) return one;
      Thread.sleep(200);
    }
    throw new AssertionError("it did not become so: " + one);
  }
}
