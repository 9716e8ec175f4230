package plimsoll.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import plimsoll.Api;
import plimsoll.Everything;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** The form in a browser: for everybody's eyes and fingers, and with its script. */
@ExtendWith(OnTheServer.class)
@Tag("house")
class TheFormIT {
  private static final String TINY =
      """
      return [...document.querySelectorAll("a, button, summary, select, label:has(input), input")]
        .filter(e => !e.closest("label") || e.matches("label"))
        .filter(e => e.getClientRects().length && !e.closest("details:not([open]) > :not(summary)"))
        .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
        .map(e => e.outerHTML);
      """;

  @Test
  void axeFindsNothingOnAnyPageInAnyDirectionLightOrDark() {
    var every = "/s/" + prepared(Everything.wave(6).token(0));
    var mine = "/s/" + Wave.of(6).token(0);
    try (var browser = new Chromium()) {
      for (var language : List.of("en", "ja", "ar")) {
        for (int width : List.of(390, 1440)) {
          browser.asWideAs(width);
          browser.theme(width == 390 ? "light" : "dark");
          walk(browser, mine, every, language, "-" + language + "-" + width);
        }
      }
    }
  }

  private static void walk(
      Chromium browser, String mine, String every, String language, String name) {
    browser.open(mine + "?language=" + language);
    clean(browser, "form-welcome" + name);
    for (var page : List.of("/practice", "/practice/D1a", "/send", "/shown", "/none")) {
      browser.open(mine + page);
      clean(browser, "form" + page.replace("/", "-") + name);
    }
    browser.open(every + "?language=" + language);
    for (var page : List.of("/first", "/moved", "/moved-too", "/bank")) {
      browser.open(every + page);
      clean(browser, "form-every" + page.replace("/", "-") + name);
    }
  }

  /** No finding, nothing to be scrolled sideways, nothing too small for a finger. */
  private static void clean(Chromium browser, String name) {
    browser.unfold();
    browser.lookClosely(name);
    assertEquals(
        false,
        browser.run(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"),
        name + " is too wide");
    assertEquals(List.of(), browser.run(TINY), name);
  }

  @Test
  void axeFindsNothingWhereSomethingMustBeMended() {
    var path = "/s/" + prepared(Everything.wave(6).token(0));
    try (var browser = new Chromium()) {
      browser.open(path + "/first");
      browser.type("#L-number", "101");
      browser.press("Next");
      clean(browser, "form-mend");
      browser.click(browser.find(".fault a"));
      assertEquals("L", browser.focused().getDomAttribute("id"));
    }
  }

  @Test
  void digitsChooseEnterGoesOnAndAllIsSaved() {
    var wave = Wave.of(6);
    try (var browser = new Chromium()) {
      browser.open("/s/" + wave.token(0) + "/practice/D1a");
      browser.focused().sendKeys("4");
      assertTrue(browser.find("input[value='4']").isSelected());
      browser.await("the answer is saved", () -> !browser.find("#kept").getText().isEmpty());
      assertEquals("Saved", browser.find("#kept").getText());
      assertEquals(4, saved(wave.token(0)).path("D1a").asInt());
      browser.open("/s/" + wave.token(0) + "/load");
      var first = browser.find("fieldset input");
      browser.run("arguments[0].focus()", first);
      browser.focused().sendKeys("2");
      browser.focused().sendKeys(Keys.ENTER);
      browser.focused().sendKeys("5");
      assertEquals(2, browser.all("input:checked").size());
      assertEquals("5", browser.focused().getDomAttribute("value"));
    }
  }

  @Test
  void aLineThatNobodyMovedIsNoAnswer() {
    var wave = Everything.wave(6);
    try (var browser = new Chromium()) {
      browser.open("/s/" + wave.token(0) + "/first");
      var line = browser.find("input[type=range]");
      assertEquals("Not answered", line.getDomAttribute("aria-valuetext"));
      browser.press("Next");
      assertTrue(saved(wave.token(0)).path("L").isMissingNode());
      browser.open("/s/" + wave.token(0) + "/first");
      browser.find("input[type=range]").sendKeys(Keys.ARROW_RIGHT);
      assertEquals("51", browser.find("#L-number").getDomProperty("value"));
      browser.press("Next");
      assertEquals(51, saved(wave.token(0)).path("L").asInt());
      browser.open("/s/" + wave.token(0) + "/first");
      browser.click(browser.find("#L button.plain"));
      browser.press("Next");
      assertTrue(saved(wave.token(0)).path("L").isMissingNode());
    }
  }

  @Test
  void noAnswerStandsAlone() {
    var wave = Everything.wave(6);
    try (var browser = new Chromium()) {
      browser.open("/s/" + wave.token(0) + "/first");
      browser.click(browser.find("#S input[value=a]"));
      browser.click(browser.find("#S input[value=no-basis]"));
      assertFalse(browser.find("#S input[value=a]").isSelected());
      browser.click(browser.find("#S input[value=b]"));
      assertFalse(browser.find("#S input[value=no-basis]").isSelected());
    }
  }

  @Test
  void sheIsToldWhileSheWritesThatAnAddressGivesSomebodyAway() {
    var path = "/s/" + prepared(Wave.of(6).token(0));
    try (var browser = new Chromium()) {
      browser.open(path + "/platform");
      browser.type("textarea", "ask ada@example.org");
      assertTrue(browser.text().contains("This looks like a name or an address."));
      browser.lookClosely("form-giveaway");
      browser.type("textarea", "ask those who run it");
      assertFalse(browser.text().contains("This looks like a name or an address."));
    }
  }

  /** So that all pages are asked. */
  private static String prepared(String token) {
    var answers = "{\"answers\":{\"K0\":true}}";
    var others = "{\"answers\":{\"O\":\"small\",\"Y\":true,\"S\":[\"a\"]}}";
    var path = "/api/v1/invitations/" + token + "/draft";
    if (Api.asNobody().putJson(path, answers).statusCode() != 204) {
      assertEquals(204, Api.asNobody().putJson(path, others).statusCode());
    }
    return token;
  }

  private static com.fasterxml.jackson.databind.JsonNode saved(String token) {
    return Api.json(Api.asNobody().get("/api/v1/invitations/" + token)).path("answers");
  }
}
