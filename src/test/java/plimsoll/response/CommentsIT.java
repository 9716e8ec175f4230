package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.Rehearsal;
import plimsoll.Wave;

@ExtendWith(Rehearsal.class)
class CommentsIT {
  private static final Pattern FORM =
      Pattern.compile("action=\"(/campaigns/[^\"]*/comments/[0-9a-f-]{36})\"");
  private static Api product;
  private static Api council;
  private static Api engineer;
  private static Api leader;

  @BeforeAll
  static void clients() {
    product = Api.withScopes("product", "product");
    council = Api.withScopes("council", "council");
    engineer = Api.withScopes("engineer", "engineer");
    leader = Api.withScopes("leader", "leader");
  }

  @Test
  void whatPeopleWroteIsReadAfterAWeekWithoutNamesAndByOthersOnlyOnceItWasLetThrough() {
    Rehearsal.ahead(Duration.ZERO);
    var wave = written(12, true);
    var path = "/campaigns/" + wave.id() + "/comments";
    assertEquals("TOO_EARLY", topic(wave).path("state").asText());
    assertFalse(product.get(path).body().contains("builds are slow"));

    Rehearsal.ahead(Duration.ofDays(6).plusHours(23));
    assertEquals("TOO_EARLY", topic(wave).path("state").asText());
    Rehearsal.ahead(Duration.ofDays(8));
    assertEquals("READABLE", topic(wave).path("state").asText());
    assertEquals("8–12", topic(wave).path("people").asText());
    assertEquals(0, topic(wave).path("shown").size());

    var page = product.get(path).body();
    assertTrue(page.contains("builds are slow, says [name] 3 of [address]"), page);
    assertFalse(page.contains(wave.team()), "a team stands in the comments");
    assertEquals(forms(page), forms(council.get(path).body()));
    assertEquals(11, forms(page).size() - 1, "all but the one for reviewers alone can be shown");
    for (var other : List.of(engineer, leader)) {
      assertFalse(other.get(path).body().contains("builds are slow"));
    }

    var forms = forms(page);
    var shown = of(page, "builds are slow");
    assertEquals(303, council.form(shown, show("builds are […] slow")).statusCode());
    assertTrue(engineer.get(path).body().contains("builds are […] slow"));
    assertEquals(303, product.form(shown, "go=leave").statusCode());
    assertFalse(engineer.get(path).body().contains("builds are"));
    assertEquals(422, product.form(shown, show("builds are very slow")).statusCode());
    assertEquals(422, product.form(shown, show(" ")).statusCode());
    var closely = forms.stream().filter(f -> cut(page, f).contains("reviewers alone")).toList();
    assertEquals(1, closely.size());
    assertEquals(409, product.form(closely.get(0), show("for reviewers only")).statusCode());

    assertEquals(303, product.form(shown, show("builds are slow")).statusCode());
    var export = product.get("/api/v1" + path + "?words=true");
    assertTrue(export.body().contains("builds are slow"), export.body());
    assertFalse(export.body().contains("for reviewers only"));
    assertFalse(product.get("/api/v1" + path).body().contains("builds are slow"));
    var audit = council.get("/audit").body();
    assertTrue(audit.contains("exported comments") && audit.contains("looked at comments"));
    assertTrue(audit.contains("let a comment through") && audit.contains("left a comment out"));
  }

  @Test
  void wordsOfNineAreShownToNobody() {
    Rehearsal.ahead(Duration.ZERO);
    var wave = written(9, false);
    Rehearsal.ahead(Duration.ofDays(8));
    var path = "/campaigns/" + wave.id() + "/comments";
    assertEquals("TOO_FEW", topic(wave).path("state").asText());
    assertTrue(topic(wave).path("people").isNull());
    for (var who : List.of(product, council, engineer, leader, Api.asAdministrator())) {
      assertFalse(who.get(path).body().contains("builds are"));
    }
    assertFalse(product.get("/api/v1" + path + "?words=true").body().contains("builds are"));
  }

  @Test
  void whoWritesOnThePageCanKeepItForReviewersAndChangeThatBack() {
    Rehearsal.ahead(Duration.ZERO);
    var wave = Wave.of(6);
    var api = "/api/v1/invitations/" + wave.token(0);
    var nobody = Api.asNobody();
    assertEquals(204, nobody.putJson(api + "/draft", "{\"answers\":{\"K0\":true}}").statusCode());
    var page = "/s/" + wave.token(0) + "/" + stepOf("K9", Api.json(nobody.get(api)));
    assertTrue(nobody.get(page).body().contains("name=\"reviewers-only\""), "no box to tick");
    assertEquals(303, nobody.form(page, "K9=slow&reviewers-only=true&go=next").statusCode());
    assertTrue(Api.json(nobody.get(api)).at("/answers/reviewers-only").asBoolean());
    assertTrue(nobody.get(page).body().matches("(?s).*name=\"reviewers-only\"[^>]*checked.*"));
    assertEquals(303, nobody.form(page, "K9=slow&go=next").statusCode());
    assertFalse(Api.json(nobody.get(api)).at("/answers/reviewers-only").asBoolean());
    assertEquals(422, Wave.submit(wave.token(0), "{\"D1a\":3,\"reviewers-only\":7}").statusCode());
  }

  private static String stepOf(String item, JsonNode form) {
    for (var step : form.path("steps")) {
      if (step.path("items").findValuesAsText("id").contains(item)) {
        return step.path("key").asText();
      }
    }
    throw new AssertionError("no " + item);
  }

  @Test
  void eachRoleDoesOnlyWhatIsItsOwn() {
    Rehearsal.ahead(Duration.ZERO);
    var wave = Wave.of(6);
    var path = "/campaigns/" + wave.id() + "/comments";
    var review = path + "/00000000-0000-0000-0000-000000000001";
    var administrator = Api.withScopes("administrator", "administrator");
    var sender = Api.withScopes("sender", "sender");
    for (var other : List.of(engineer, leader, administrator, sender)) {
      assertEquals(403, other.form(review, "go=leave").statusCode());
      assertEquals(403, other.get("/api/v1" + path + "?words=true").statusCode());
    }
    for (var reviewer : List.of(product, council)) {
      assertEquals(404, reviewer.form(review, "go=leave").statusCode());
    }
    assertEquals(403, council.get("/api/v1" + path + "?words=true").statusCode());
    assertEquals(403, sender.get(path).statusCode());
    assertEquals(403, engineer.get("/api/v1" + path).statusCode());
    assertEquals(303, Api.asNobody().get(path).statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1" + path).statusCode());
    assertEquals(
        404, product.get(path.replace(wave.id(), new java.util.UUID(1, 2) + "")).statusCode());
  }

  /**
   * A closed campaign of one team in which so many wrote; the last, if asked, for reviewers only.
   */
  private static Wave written(int people, boolean lastForReviewers) {
    var wave = Wave.of(people);
    for (int i = 0; i < people; i++) {
      boolean only = lastForReviewers && i == people - 1;
      var words = only ? "for reviewers only" : i == 0 ? named(wave) : "builds are fine " + i;
      Wave.answer(wave.token(i), answers(words, only));
    }
    assertEquals(200, wave.close().statusCode());
    return wave;
  }

  private static String named(Wave wave) {
    return "builds are slow, says Person 3 of " + wave.team() + "-3@example.org";
  }

  private static String answers(String words, boolean only) {
    return "{\"K0\":true,\"K9\":\"" + words + "\",\"reviewers-only\":" + only + "}";
  }

  private static JsonNode topic(Wave wave) {
    for (var topic : Api.json(product.get("/api/v1/campaigns/" + wave.id() + "/comments"))) {
      if (topic.path("item").asText().equals("K9")) return topic;
    }
    throw new AssertionError("no K9");
  }

  private static List<String> forms(String page) {
    return FORM.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static String of(String page, String words) {
    return forms(page).stream().filter(form -> cut(page, form).contains(words)).findFirst().get();
  }

  private static String cut(String page, String form) {
    return page.substring(page.indexOf(form)).replaceFirst("(?s)</form>.*", "");
  }

  private static String show(String words) {
    return "go=show&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
