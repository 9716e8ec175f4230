package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class AnnouncementIT {
  private static final Pattern LINE = Pattern.compile("/lines/([0-9a-f-]{36})");
  private static final Pattern PUBLIC = Pattern.compile("href=\"(/changes/[A-Za-z0-9_-]+)\"");
  private static final String NEWS = "What changed since last time";
  private final Api product = Api.withScopes("product", "product");

  @Test
  void whatIsDoneIsWrittenAfterClosingPublishedAndNeverChangedAfterwards() {
    var wave = Wave.of(6);
    var path = path(wave);
    assertEquals(409, product.form(path, line("builds are slow", "DO", "2027-Q1")).statusCode());
    assertTrue(product.get(path).body().contains("once the campaign is closed"));
    wave.answered(link -> "{\"D4a\":5,\"D4b\":1}").read();

    assertTrue(product.get(path).body().contains("Release steps are manual: ≥ 90"));
    assertEquals(409, product.form(path + "/publication", "").statusCode());
    assertEquals(422, product.form(path, line("", "DO", "2027-Q1")).statusCode());
    assertEquals(422, product.form(path, line("builds are slow", "DO", "")).statusCode());
    assertEquals(303, product.form(path, line("builds are slow", "DO", "2027-Q1")).statusCode());
    assertEquals(303, product.form(path, line("<b>on call</b>", "WONT", "")).statusCode());
    assertEquals(303, product.form(path, line("to be removed", "WONT", "")).statusCode());
    var lines = found(LINE, product.get(path).body());
    assertEquals(3, lines.size());
    var first = path + "/lines/" + lines.get(0);
    assertEquals(303, product.form(first, line("builds take an hour", "DO", "May")).statusCode());
    assertEquals(303, product.form(path + "/lines/" + lines.get(2), "go=remove").statusCode());
    assertEquals(404, product.form(path + "/lines/" + lines.get(2), "go=remove").statusCode());
    assertEquals(409, product.form(path + "/corrections", "words=more").statusCode());

    assertEquals(303, product.form(path + "/publication", "").statusCode());
    var link = found(PUBLIC, product.get(path).body()).get(0);
    var read = Api.asNobody().get(link);
    assertEquals(200, read.statusCode());
    assertEquals("noindex, nofollow", read.headers().firstValue("X-Robots-Tag").orElse(""));
    assertTrue(read.body().contains("builds take an hour") && read.body().contains("May"));
    assertTrue(read.body().contains("&lt;b&gt;on call"), "what was typed is text");
    assertFalse(read.body().contains("to be removed") || read.body().contains("builds are slow"));
    assertFalse(read.body().contains(wave.team()), "a team is named");

    assertEquals(409, product.form(path, line("late", "WONT", "")).statusCode());
    assertEquals(409, product.form(first, line("changed", "WONT", "")).statusCode());
    assertEquals(409, product.form(path + "/publication", "").statusCode());
    assertEquals(422, product.form(path + "/corrections", "words=").statusCode());
    assertEquals(303, product.form(path + "/corrections", "words=it+took+longer").statusCode());
    var later = Api.asNobody().get(link).body();
    assertTrue(later.contains("it took longer") && later.contains("builds take an hour"));
  }

  @Test
  void beforeItIsPublishedNobodyReadsItAndNoLinkIsGuessed() {
    var wave = Wave.of(6);
    wave.answered(link -> "{\"D4a\":5}").read();
    assertEquals(303, product.form(path(wave), line("unread", "WONT", "")).statusCode());
    assertEquals(List.of(), found(PUBLIC, product.get(path(wave)).body()));
    assertEquals(404, Api.asNobody().get("/changes/" + wave.id()).statusCode());
    assertEquals(404, Api.asNobody().get("/changes/guessed").statusCode());
  }

  @Test
  void whoIsAskedAgainFindsItAndWhoseTeamWasNotAskedDoesNot() {
    var team = Wave.newTeam(6);
    var other = Wave.newTeam(6);
    var before = Wave.of(team);
    before.answered(link -> "{\"D4a\":5}").read();
    assertFalse(welcome(Wave.of(team)).contains(NEWS), "nothing is published yet");
    assertEquals(303, product.form(path(before), line("slow", "DO", "May")).statusCode());
    assertEquals(303, product.form(path(before) + "/publication", "").statusCode());
    var link = found(PUBLIC, product.get(path(before)).body()).get(0);

    var next = Wave.of(team, other);
    var tokens = next.links().body().lines().skip(1).toList();
    for (var line : tokens) {
      var token = line.replaceAll(".*/s/", "");
      var page = Api.asNobody().get("/s/" + token).body();
      assertEquals(line.startsWith(team + ","), page.contains(link), line);
      assertEquals(line.startsWith(team + ","), page.contains(NEWS), line);
    }
    var mine = tokens.stream().filter(line -> line.startsWith(team + ",")).findFirst().get();
    var token = mine.replaceAll(".*/s/", "");
    Wave.answer(token, "{\"D4a\":5}");
    assertTrue(Api.asNobody().get("/s/" + token).body().contains(link), "thanks lead there too");
  }

  @Test
  void onlyTheProductManagerWrites() {
    var wave = Wave.of(6);
    assertEquals(200, wave.close().statusCode());
    var path = path(wave);
    var paths =
        List.of(
            path, path + "/lines/" + new UUID(1, 2), path + "/publication", path + "/corrections");
    for (var role : List.of("engineer", "leader", "council", "administrator", "sender")) {
      var someone = Api.withScopes(role, role);
      for (var each : paths) assertEquals(403, someone.form(each, "x=y").statusCode(), role + each);
      int seen = role.equals("administrator") ? 200 : 403;
      assertEquals(seen, someone.get(path).statusCode(), role);
    }
    assertEquals(303, Api.asNobody().get(path).statusCode());
    var none = "/campaigns/" + new UUID(5, 6) + "/changes";
    assertEquals(404, product.get(none).statusCode());
    assertEquals(404, product.form(none, line("x", "WONT", "")).statusCode());
    assertEquals(404, product.form(none + "/corrections", "words=x").statusCode());
  }

  private static String welcome(Wave wave) {
    return Api.asNobody().get("/s/" + wave.token(0)).body();
  }

  private static String path(Wave wave) {
    return "/campaigns/" + wave.id() + "/changes";
  }

  private static String line(String said, String course, String due) {
    return "said=%s&course=%s&because=because&due=%s"
        .formatted(URLEncoder.encode(said, StandardCharsets.UTF_8), course, due);
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(one -> one.group(1)).distinct().toList();
  }
}
