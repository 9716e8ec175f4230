package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class QuestionnairePagesIT {
  private static final Api API = Api.asAdministrator();
  private final String key = "p" + UUID.randomUUID().toString().substring(0, 8);
  private final String page = "/questionnaires/" + key + "-1";

  @Test
  void aNewOneIsBegunTypedIntoAndPublished() {
    begin();
    var editor = API.get(page);
    assertEquals(200, editor.statusCode());
    assertTrue(editor.body().contains("name=\"/blocks/0/items/0/wording/en\""));
    assertTrue(editor.body().contains("Nothing to mend."), editor.body());
    assertEquals(303, save(1, "save", "/blocks/0/title/en", "Löschen 日本").statusCode());
    assertTrue(text().contains("Löschen 日本"));
    assertEquals(303, save(2, "publish").statusCode());
    assertTrue(API.get(page).body().contains("it never changes"));
    assertEquals(409, save(3, "save", "/blocks/0/title/en", "Later").statusCode());
    var copied = API.form("/questionnaires/copies", "of=" + key + "-1");
    assertEquals(303, copied.statusCode());
    assertTrue(copied.headers().firstValue("Location").orElse("").endsWith(key + "-2"));
    assertTrue(API.get("/api/v1/surveys/" + key + "-2.yaml").body().contains("edition: \"2\""));
  }

  @Test
  void ofTwoTabsTheSecondIsToldAndKeepsWhatWasTyped() {
    begin();
    assertEquals(303, save(1, "save", "/title/en", "From the first tab").statusCode());
    var late = save(1, "save", "/title/en", "From the second tab");
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("Nothing was overwritten"));
    assertTrue(late.body().contains("From the second tab"));
    assertTrue(text().contains("From the first tab"));
    assertFalse(text().contains("From the second tab"));
  }

  @Test
  void whatIsWrongIsKeptAndNamedAndNotPublished() {
    begin();
    assertEquals(
        303, send("view=text&revision=1&do=save&text=" + encoded("key: [\n\tx")).statusCode());
    assertEquals("key: [\n\tx", text());
    var editor = API.get(page);
    assertEquals(200, editor.statusCode());
    assertTrue(editor.body().contains("can’t be shown as fields"));
    assertTrue(editor.body().contains("is not YAML"));
    var refused = send("view=text&revision=2&do=publish&text=" + encoded("key: [\n\tx"));
    assertEquals(422, refused.statusCode());
    assertEquals("key: [\n\tx", text());
  }

  @Test
  void theFormIsShownAsItIsTypedWithoutBeingSaved() {
    begin();
    var shown =
        API.form(
            page + "/preview",
            typed(
                1, "save", "/blocks/0/items/0/wording/en", "<script>alert(1)</script> How often?"));
    assertEquals(200, shown.statusCode());
    assertTrue(shown.body().contains("&lt;script&gt;alert(1)&lt;/script&gt; How often?"));
    assertFalse(shown.body().contains("<script>alert"));
    assertTrue(shown.body().contains("Never"));
    assertEquals("SAMEORIGIN", shown.headers().firstValue("X-Frame-Options").orElse(""));
    assertTrue(
        shown
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .contains("frame-ancestors 'self'"));
    assertEquals(
        "DENY", API.get("/questionnaires").headers().firstValue("X-Frame-Options").orElse(""));
    assertFalse(text().contains("script"));
    assertTrue(API.get(page + "/preview?language=ar").body().contains("dir=\"rtl\""));
    var broken = API.form(page + "/preview", typed(1, "save", "/minutes", "soon"));
    assertEquals(422, broken.statusCode());
    assertTrue(broken.body().contains("minutes must be a whole number"));
    assertEquals(200, API.get("/questionnaires/pulse-2026.1/preview").statusCode());
  }

  @Test
  void whatToMendIsToldAsItIsTyped() {
    begin();
    var said =
        API.form(
            page + "/check",
            typed(1, "save", "/blocks/0/items/0/wording/en", "How often do you build and deploy?"));
    assertEquals(200, said.statusCode());
    assertTrue(said.body().contains("asks two things"), said.body());
    assertTrue(said.body().contains("minutes by the estimate"));
  }

  @Test
  void aQuestionnaireOfSurveyJsIsBroughtOver() {
    var json =
        "{\"title\":\"T\",\"elements\":[{\"type\":\"file\",\"name\":\"f\"},{\"type\":\"boolean\",\"name\":\"b\"}]}";
    var taken =
        API.form("/questionnaires/imports", "surveyjs-key=" + key + "&surveyjs=" + encoded(json));
    assertEquals(303, taken.statusCode());
    assertTrue(text().contains("# - f takes a file"));
    var refused =
        API.form("/questionnaires/imports", "surveyjs-key=" + key + "&surveyjs=" + encoded("{no"));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("{no"));
  }

  @Test
  void aDraftIsDeletedByWhoIsSure() {
    begin();
    assertEquals(422, API.form(page + "/deletion", "revision=1").statusCode());
    assertEquals(303, API.form(page + "/deletion", "revision=1&sure=on").statusCode());
    assertEquals(404, API.get(page).statusCode());
  }

  @Test
  void badNamesAndLongTextsAreRefused() {
    assertEquals(422, API.form("/questionnaires", "title=x&key=" + encoded("a b")).statusCode());
    assertEquals(422, API.form("/questionnaires", "title=x").statusCode());
    begin();
    var long1 = send("view=text&revision=1&do=save&text=" + "x".repeat(1_100_000));
    assertEquals(413, long1.statusCode());
    assertEquals(403, API.post(page, "application/x-www-form-urlencoded", "do=save").statusCode());
    assertEquals(401, Api.asNobody().form(page, "do=save").statusCode());
  }

  private void begin() {
    var begun = API.form("/questionnaires", "title=" + encoded("A new one") + "&key=" + key);
    assertEquals(303, begun.statusCode(), begun.body());
  }

  private HttpResponse<String> save(int revision, String action, String... typed) {
    return API.form(page, typed(revision, action, typed));
  }

  private String typed(int revision, String action, String... typed) {
    var fields =
        new StringBuilder("revision=" + revision + "&do=" + action + "&base=" + encoded(text()));
    for (int i = 0; i < typed.length; i += 2) {
      fields.append('&').append(encoded(typed[i])).append('=').append(encoded(typed[i + 1]));
    }
    return fields.toString();
  }

  private HttpResponse<String> send(String fields) {
    return API.form(page, fields);
  }

  private String text() {
    return API.get("/api/v1/surveys/" + key + "-1.yaml").body();
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
