package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class PullsIT {
  private static final String TOKEN = "ghp_a_token_that_nobody_may_ever_see_again";
  private static final String PULLS = "/api/v1/pulls";

  private final Api api = Api.asAdministrator();
  private final LocalForge local = new LocalForge(1);

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void pastOfARepositoryIsFetchedOnceHoweverOften() throws Exception {
    repository("pull-once", 3);
    var first = await(begin("pull-once"), one -> state(one).equals("DONE"));
    assertEquals(6, first.path("accepted").asInt(), first.toString());
    assertEquals(3, first.path("done").asInt(), "things that were read");
    var again = await(begin("pull-once"), one -> state(one).equals("DONE"));
    assertEquals(0, again.path("accepted").asInt(), again.toString());
    assertEquals(6, again.path("duplicates").asInt());
    var figure = api.get("/delivery/organisation/deployment-frequency?month=2026-03").body();
    assertTrue(figure.contains("pull-once"), figure);
  }

  @Test
  void whatFailedGoesOnWithAnotherToken() throws Exception {
    repository("pull-fail", 2);
    local.give("/api/v3/repos/acme/pull-fail/deployments", 401, "{}");
    var id = begin("pull-fail");
    var failed = await(id, one -> state(one).equals("FAILED"));
    assertTrue(failed.path("words").asText().contains("does not take the token"));
    local.takeBack("/api/v3/repos/acme/pull-fail/deployments");
    var other = "{\"token\":\"ghp_another_token_entirely\"}";
    assertEquals(200, api.postJson(PULLS + "/" + id + "/resumption", other).statusCode());
    await(id, one -> state(one).equals("DONE"));
    assertTrue(local.asked.toString().contains("Bearer ghp_another_token_entirely"));
    assertEquals(409, api.postJson(PULLS + "/" + id + "/resumption", "{}").statusCode());
  }

  @Test
  void limitSaysUntilWhenAndGoesOnByItself() throws Exception {
    repository("pull-limit", 2);
    local.give("/api/v3/repos/acme/pull-limit/pulls", 429, "{}", "Retry-After", "3");
    var id = begin("pull-limit");
    var waiting = await(id, one -> one.path("words").asText().contains("takes no more requests"));
    assertEquals("WAITING", state(waiting));
    assertTrue(waiting.path("words").asText().contains("It goes on by itself at 20"));
    assertEquals(2, waiting.path("done").asInt(), "what was read is kept");
    local.takeBack("/api/v3/repos/acme/pull-limit/pulls");
    await(id, one -> state(one).equals("DONE"));
  }

  @Test
  void cancelledOneStops() throws Exception {
    repository("pull-cancel", 2);
    local.give("/api/v3/repos/acme/pull-cancel/deployments", 429, "{}", "Retry-After", "600");
    var id = begin("pull-cancel");
    await(id, one -> one.path("words").asText().contains("takes no more requests"));
    var sender = Api.withScopes("a script", "sender");
    var asSent = "/api/v1/backfills/" + id;
    assertEquals(404, sender.get(asSent).statusCode());
    assertEquals(404, sender.postJson(asSent + "/cancellation", "{}").statusCode());
    assertFalse(sender.get("/api/v1/backfills").body().contains(id));
    assertEquals(204, api.postJson(PULLS + "/" + id + "/cancellation", "{}").statusCode());
    assertEquals("CANCELLED", state(one(id)));
    assertEquals(409, api.postJson(PULLS + "/" + id + "/cancellation", "{}").statusCode());
  }

  @Test
  void tokenStandsNowhere() throws Exception {
    repository("pull-secret", 1);
    local.give("/api/v3/repos/acme/pull-secret/pulls", 429, "{}", "Retry-After", "600");
    var id = begin("pull-secret");
    await(id, one -> one.path("words").asText().contains("takes no more requests"));
    assertTrue(local.asked.toString().contains("Bearer " + TOKEN), "it was sent");
    assertFalse(api.get(PULLS).body().contains(TOKEN));
    assertFalse(api.get("/delivery/pulls").body().contains(TOKEN));
    assertFalse(api.get("/api/v1/audit").body().contains(TOKEN));
    assertFalse(isInFiles(TOKEN), "the database and its log hold it closed alone");
    api.postJson(PULLS + "/" + id + "/cancellation", "{}");
  }

  @Test
  void tagsOfARepositoryAreRead() throws Exception {
    var folder = OnTheServer.repositories().resolve("pull-tags");
    var at = Instant.parse("2026-03-05T09:00:00Z");
    try (var git = Git.init().setDirectory(folder.toFile()).call()) {
      var ada = new PersonIdent("ada", "ada@example.org", at, ZoneOffset.UTC);
      for (int i = 1; i <= 3; i++) {
        var commit =
            git.commit()
                .setAllowEmpty(true)
                .setSign(false)
                .setMessage("" + i)
                .setAuthor(ada)
                .setCommitter(ada)
                .call();
        git.tag()
            .setName("v" + i)
            .setObjectId(commit)
            .setTagger(ada)
            .setMessage("r")
            .setSigned(false)
            .call();
      }
    }
    var asked = "{\"kind\":\"git\",\"repositories\":[\"pull-tags\"],\"tags\":\"v*\"}";
    var begun = api.postJson(PULLS, asked);
    assertEquals(202, begun.statusCode(), begun.body());
    var done = await(json(begun).path(0).path("id").asText(), one -> state(one).equals("DONE"));
    assertEquals(3, done.path("accepted").asInt(), done.toString());
    assertTrue(api.get("/delivery/services/pull-tags").body().contains("3 deployments"));
    assertTrue(api.get("/delivery/pulls").body().contains("pull-tags"));
    var nowhere = api.postJson(PULLS, asked.replace("pull-tags", "../../etc"));
    var failed =
        await(json(nowhere).path(0).path("id").asText(), one -> state(one).equals("FAILED"));
    assertTrue(failed.path("words").asText().startsWith("There is no git repository"));
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() {
    for (var asked :
        List.of(
            "{}",
            "{\"kind\":\"svn\",\"repositories\":[\"a/b\"]}",
            "{\"kind\":\"github\"}",
            "{\"kind\":\"github\",\"repositories\":[]}",
            "{\"kind\":\"github\",\"repositories\":[null,\"\"]}",
            "{\"kind\":\"github\",\"repositories\":[\"nothing\"]}",
            "{\"kind\":\"github\",\"repositories\":[\"a/b?c=d\"]}",
            "{\"kind\":\"gitlab\",\"repositories\":[\"../x\"]}",
            "{\"kind\":\"github\",\"repositories\":[\"a/b\"],\"address\":\"file:///etc/passwd\"}",
            "{\"kind\":\"github\",\"repositories\":[\"a/b\"],\"address\":\"https://u:p@x.example\"}",
            "{\"kind\":\"github\",\"repositories\":[\"a/b\"],\"token\":\"two words\"}",
            "{\"kind\":\"github\",\"repositories\":[\"a/b\"],\"from\":\"2026-02-01T00:00:00Z\","
                + "\"until\":\"2026-01-01T00:00:00Z\"}")) {
      var answer = api.postJson(PULLS, asked);
      assertEquals(422, answer.statusCode(), asked + answer.body());
    }
    assertTrue(api.postJson(PULLS, "[]").statusCode() / 100 == 4);
  }

  @Test
  void onlyAdministratorsFetch() {
    var product = Api.withScopes("pull-product", "product");
    assertEquals(403, product.get(PULLS).statusCode());
    assertEquals(403, product.postJson(PULLS, "{}").statusCode());
    assertEquals(403, product.get("/delivery/pulls").statusCode());
  }

  @Test
  void pageTakesItsForm() throws Exception {
    repository("pull-form", 1);
    var address = java.net.URLEncoder.encode("" + local.address(), StandardCharsets.UTF_8);
    var sent =
        api.form(
            "/delivery/pulls",
            "kind=github&address="
                + address
                + "&repositories=acme%2Fpull-form%0D%0A&from=2026-01-01&until=&token="
                + TOKEN);
    assertTrue(sent.statusCode() < 400, sent.body());
    var begun = json(api.get(PULLS));
    for (var one : begun) {
      if (one.path("repository").asText().equals("acme/pull-form")) {
        await(one.path("id").asText(), done -> state(done).equals("DONE"));
        return;
      }
    }
    throw new AssertionError("not begun: " + begun);
  }

  private void repository(String name, int deployments) {
    var path = "/api/v3/repos/acme/" + name;
    local.give(
        path,
        "{\"id\":1,\"name\":\"%s\",\"full_name\":\"acme/%s\",\"default_branch\":\"main\"}"
            .formatted(name, name));
    var all = new java.util.ArrayList<String>();
    for (int i = deployments; i >= 1; i--) {
      all.add(
          ("{\"id\":%d,\"sha\":\"%s%d\",\"environment\":\"production\",\"task\":\"deploy\","
                  + "\"payload\":{},\"created_at\":\"2026-03-0%dT09:00:00Z\"}")
              .formatted(id(name, i), name, i, i));
      local.list(
          path + "/deployments/" + id(name, i) + "/statuses",
          List.of("{\"state\":\"success\",\"created_at\":\"2026-03-0%dT09:05:00Z\"}".formatted(i)));
    }
    local.list(path + "/deployments", all);
    local.list(path + "/pulls", List.of());
    local.list(path + "/commits", List.of());
    local.list(path + "/issues", List.of());
  }

  /** Deployments are numbered across all repositories of a forge. */
  private static int id(String name, int number) {
    return 1_000_000 + Math.abs(name.hashCode() % 100_000) * 10 + number;
  }

  private String begin(String name) {
    var asked =
        "{\"kind\":\"github\",\"address\":\"%s\",\"repositories\":[\"acme/%s\"],\"from\":\"2026-01-01T00:00:00Z\",\"token\":\"%s\"}"
            .formatted(local.address(), name, TOKEN);
    var begun = api.postJson(PULLS, asked);
    assertEquals(202, begun.statusCode(), begun.body());
    return json(begun).path(0).path("id").asText();
  }

  private JsonNode one(String id) {
    for (var one : json(api.get(PULLS))) {
      if (one.path("id").asText().equals(id)) return one;
    }
    throw new AssertionError("not there: " + id);
  }

  private JsonNode await(String id, Predicate<JsonNode> until) throws InterruptedException {
    var end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end)) {
      var one = one(id);
      if (until.test(one)) return one;
      Thread.sleep(200);
    }
    throw new AssertionError("it did not come so far: " + one(id));
  }

  private static String state(JsonNode one) {
    return one.path("state").asText();
  }

  private static boolean isInFiles(String text) throws IOException {
    try (var files = Files.walk(OnTheServer.databaseFolder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(text)) return true;
      }
    }
    return false;
  }
}
