package plimsoll.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** From a catalog to a report, as the people do it: on pages, by clicks and keys. */
@ExtendWith(OnTheServer.class)
class TheWholeRoadIT {
  private static final List<String> TEAMS = List.of("road-checkout", "road-search", "road-ledger");
  private static final int PEOPLE = 6;
  private final Api api = Api.asAdministrator();

  @Test
  void aCatalogBecomesARoadmapReport() {
    try (var browser = new Chromium()) {
      signIn(browser);
      bringTeams(browser);
      sendDeployments(browser);
      var wave = Wave.known(makeCampaign(browser));
      answerOnThePhone(browser, "/s/" + wave.token(0));
      wave.tokens().stream().skip(1).forEach(link -> Wave.answer(link, answers(link)));
      read(browser, closed(browser, wave));
      decide(browser);
    }
  }

  private void signIn(Chromium browser) {
    browser.open("/access");
    browser.look("sign-in");
    browser.type("#name", "administrator");
    browser.type("#password", "wrong password");
    browser.press("Sign in");
    assertTrue(browser.text().contains("wrong"), browser.text());
    browser.type("#name", "administrator");
    browser.type("#password", OnTheServer.PASSWORD);
    browser.press("Sign in");
    assertEquals("/access", browser.path());
    browser.unfold();
    browser.look("access");
  }

  private void bringTeams(Chromium browser) {
    browser.open("/catalog");
    browser.unfold();
    browser.type("#text", Wave.catalog(PEOPLE, TEAMS.toArray(String[]::new)));
    browser.press("Import");
    assertTrue(browser.text().contains("road-checkout"), browser.text());
    browser.look("catalog");
  }

  private void sendDeployments(Chromium browser) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var events =
        IntStream.range(0, 30)
            .mapToObj(i -> deployment(i, now.minus(i * 12L + 2, ChronoUnit.HOURS)))
            .collect(Collectors.joining("\n"));
    var answer = api.post("/api/v1/deliveries/plimsoll", "application/x-ndjson", events);
    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals(30, Api.json(answer).path("accepted").asInt(), answer.body());
    browser.open("/delivery");
    browser.look("delivery");
    lookAtFigure(browser, "change-fail-rate");
    lookAtFigure(browser, "lead-time");
  }

  private static void lookAtFigure(Chromium browser, String measure) {
    for (var scheme : List.of("dark", "light")) {
      browser.theme(scheme);
      for (int width : new int[] {390, 1440}) {
        browser.asWideAs(width);
        browser.open("/delivery/organisation/" + measure);
        browser.unfold();
        browser.lookClosely(measure + "-" + width + "-" + scheme);
        assertEquals(true, browser.run("return document.body.scrollWidth <= innerWidth"));
      }
    }
  }

  private static String deployment(int i, Instant at) {
    return """
        {"type":"deployment","id":"road-%d","service":"%s-api","environment":"production",\
        "startedAt":"%s","finishedAt":"%s","outcome":"succeeded","trigger":"manual","manualSteps":2,\
        "commits":[{"id":"c%d","committedAt":"%s"}]}"""
        .formatted(i, TEAMS.get(i % 3), at.minusSeconds(300), at, i, at.minus(5, ChronoUnit.HOURS));
  }

  private String makeCampaign(Chromium browser) {
    browser.open("/campaigns");
    browser.unfold();
    for (var box : browser.all("input[name=teams]")) {
      if (box.isSelected() != TEAMS.contains(box.getDomAttribute("value"))) {
        browser.click(box);
      }
    }
    browser.type("#title", "The road’s first wave");
    browser.set("#closes", LocalDate.now().plusDays(7).toString());
    browser.look("campaigns");
    browser.press("Make the campaign");
    browser.press("Invite the teams");
    assertTrue(browser.text().contains("18"), browser.text());
    browser.look("campaign");
    return browser.path().replaceFirst("/campaigns/", "");
  }

  static void answerOnThePhone(Chromium browser, String link) {
    browser.onPhone();
    browser.open(link);
    browser.look("survey-start");
    browser.follow(browser.find("main a.button"));
    int pages = 0;
    while (!browser.heading().equals("Send your answers") && pages++ < 12) {
      if (pages == 1) {
        browser.look("survey-items");
      }
      for (var group : browser.all("fieldset")) {
        var choices = group.findElements(By.cssSelector("input[type=radio]"));
        if (!choices.isEmpty()) {
          // By keyboard: to the first choice, then one on.
          choices.get(0).sendKeys(Keys.SPACE);
          choices.get(0).sendKeys(Keys.ARROW_DOWN);
        }
      }
      browser.press("Next");
    }
    browser.look("survey-send");
    browser.press("Send");
    assertEquals("Thank you", browser.heading());
    browser.look("survey-thanks");
    browser.open(link);
    assertEquals("Thank you", browser.heading());
    browser.atDesk();
  }

  static String answers(String link) {
    var items =
        List.of("D1a", "D2a", "D3b", "D4a", "P2a", "P2b", "P3a", "P3b", "L3", "L4", "L5", "L10");
    return items.stream()
        .map(item -> "\"%s\":%d".formatted(item, 1 + Math.floorMod((link + item).hashCode(), 5)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String closed(Chromium browser, Wave wave) {
    browser.open("/campaigns/" + wave.id());
    browser.unfold();
    browser.click(browser.find("input[name=sure]"));
    browser.press("Close the campaign");
    return wave.reading();
  }

  private void read(Chromium browser, String reading) {
    browser.open("/readings");
    browser.look("readings");
    browser.open("/readings/" + reading);
    assertTrue(
        browser.text().contains("17 or 18") || browser.text().contains("18"), browser.text());
    browser.unfold();
    browser.look("readiness");
    browser.onPhone();
    browser.open("/readings/" + reading);
    browser.look("readiness-phone");
    browser.atDesk();
    browser.open("/readings/" + reading + "/teams/road-checkout");
    browser.look("team");
    for (var file : List.of("readiness.pdf", "roadmap.pdf", "readiness.md", "roadmap.json")) {
      var answer = api.get("/api/v1/readings/" + reading + "/reports/" + file);
      assertEquals(200, answer.statusCode(), file);
      assertTrue(answer.body().length() > 500, file);
    }
  }

  private void decide(Chromium browser) {
    browser.open("/roadmap");
    browser.unfold();
    browser.look("roadmap");
    var proposal = browser.formOf("Accept it");
    proposal.findElement(By.name("owner")).sendKeys("Ada <b>L.</b>");
    proposal.findElement(By.name("quarter")).sendKeys("2027-Q1");
    browser.press("Accept it");
    assertTrue(browser.text().contains("Ada <b>L.</b>"), browser.text());
    browser.look("roadmap-accepted");
  }
}
