package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.Api;
import plimsoll.Everything;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** The pages behind a personal link, read and filled in as a browser without scripts would. */
@ExtendWith(OnTheServer.class)
class FormIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @CsvSource({
    "en-GB, en, ltr, Who sees what",
    "de-AT, de, ltr, Wer sieht was",
    "fr, fr, ltr, Qui voit quoi",
    "es-MX, es, ltr, Quién ve qué",
    "pt-BR, pt, ltr, Quem vê o quê",
    "ja, ja, ltr, 誰に何が見えるか",
    "ar-EG, ar, rtl, من يرى ماذا",
    "zh-CN, en, ltr, Who sees what"
  })
  void itSpeaksTheLanguageThatTheBrowserAsksFor(
      String accepted, String tag, String direction, String words) {
    var page = get("/s/" + Wave.of(5).token(0), "Accept-Language", accepted).body();
    assertTrue(page.contains("<html lang=\"" + tag + "\" dir=\"" + direction + "\">"), page);
    assertTrue(page.contains(words), page);
  }

  @Test
  void theLanguageThatWasChosenIsKeptForThisLinkAlone() {
    var path = "/s/" + Wave.of(5).token(0);
    var chosen = get(path + "?language=ja", "Accept-Language", "de");
    assertTrue(chosen.body().contains("lang=\"ja\""));
    var cookie = chosen.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.startsWith("language=ja"), cookie);
    assertTrue(cookie.contains("Path=" + path), cookie);
    var later = get(path + "/practice", "Accept-Language", "de", "Cookie", "language=ja");
    assertTrue(later.body().contains("<html lang=\"ja\""), later.body());
    var onAPage = post(path + "/practice", "D1a=3&language=fr");
    assertEquals(303, onAPage.statusCode());
    assertTrue(onAPage.headers().firstValue("Set-Cookie").orElse("").startsWith("language=fr"));
    assertTrue(get(path + "/practice").body().contains("checked"), "what was answered is saved");
  }

  @Test
  void nobodyIsGivenACookieWhoChoseNothing() {
    var path = "/s/" + Wave.of(5).token(0);
    for (var page : List.of(path, path + "/practice", path + "/send", path + "/shown")) {
      var answer = get(page);
      assertEquals(List.of(), answer.headers().allValues("Set-Cookie"), page);
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
      assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
    }
  }

  @Test
  void whatIsNotTranslatedIsMarkedAsEnglish() {
    var path = "/s/" + Everything.wave(6).token(0);
    var page = get(path + "/first", "Accept-Language", "ar").body();
    assertTrue(page.contains("<span lang=\"en\" dir=\"ltr\">How well?</span>"), page);
    assertFalse(get(path + "/first", "Accept-Language", "de").body().contains("lang=\"en\" dir"));
  }

  @Test
  void aRefusalSaysInTheReadersLanguageWhatHappenedAndWhatToDo() {
    var wave = Wave.of(6);
    var guess = get("/s/no-such-link-as-this", "Accept-Language", "de");
    assertEquals(404, guess.statusCode());
    assertTrue(guess.body().contains("Dieser Link führt nirgendwohin"), guess.body());
    var nowhere = get("/s/" + wave.token(0) + "/nothing", "Accept-Language", "ar");
    assertEquals(404, nowhere.statusCode());
    assertTrue(nowhere.body().contains("هذه الصفحة"), nowhere.body());
    Wave.answer(wave.token(1), "{\"D1a\":3}");
    var again = post("/s/" + wave.token(1) + "/send", "go=send", "Accept-Language", "fr");
    assertEquals(409, again.statusCode());
    assertTrue(again.body().contains("Déjà"), again.body());
    assertEquals(200, wave.close().statusCode());
    var closed = get("/s/" + wave.token(0), "Accept-Language", "ja");
    assertEquals(410, closed.statusCode());
    assertTrue(closed.body().contains("終了"), closed.body());
  }

  @Test
  void oneItemAtATimeGoesForwardAndBackAndKeepsEachAnswer() {
    var path = "/s/" + Wave.of(6).token(0);
    var first = leads(get(path).body(), path + "/practice/");
    var second = to(post(first, item(first) + "=3&go=next"));
    assertTrue(second.startsWith(path + "/practice/") && !second.equals(first), second);
    assertTrue(get(second).body().contains("Question 2 of 27"), get(second).body());
    assertEquals(first, to(post(second, "go=back")));
    assertTrue(get(first).body().contains("checked"));
    assertEquals(path, to(post(first, item(first) + "=3&go=back")));
    assertEquals(path + "/practice", to(post(second, "go=turn")));
    assertEquals(path + "/send/one", to(post(path + "/use/K0", "K0=false&go=next")));
    assertEquals(path + "/use/K0", to(post(path + "/send/one", "go=back")));
    assertEquals(path + "/send", to(post(path + "/use", "K0=false&go=next")));
  }

  @Test
  void elsewhereSheGoesOnAtTheFirstItemThatIsNotAnswered() {
    var path = "/s/" + Wave.of(6).token(0);
    var first = leads(get(path).body(), path + "/practice/");
    post(first, item(first) + "=3&go=next");
    var page = get(path).body();
    assertTrue(page.contains(">Go on</a>"), page);
    var next = leads(page, path + "/practice/");
    assertFalse(next.equals(first), next);
    var whole = get(path + "/practice").body();
    var all = Pattern.compile("<fieldset id=\"(\\w+)\"").matcher(whole).results();
    post(path + "/practice", all.map(one -> one.group(1) + "=2").collect(Collectors.joining("&")));
    leads(get(path).body(), path + "/load/");
  }

  @Test
  void everyKindIsAnsweredWithoutAScript() {
    var wave = Everything.wave(6);
    var path = "/s/" + wave.token(0);
    var sent =
        "R=5&L=40&Y=true&O=small&S=a&S=c&N=" + URLEncoder.encode("٣٫٥", StandardCharsets.UTF_8);
    assertTrue(to(post(path + "/first", sent + "&go=next")).startsWith(path + "/moved"));
    assertEquals(303, post(path + "/moved", "M1=1&M2=prefer-not-to-say&go=next").statusCode());
    assertEquals(303, post(path + "/moved-too", "K.b=1&K.a=2&go=next").statusCode());
    var kept = Api.json(Api.asNobody().get("/api/v1/invitations/" + wave.token(0))).path("answers");
    assertEquals(40, kept.path("L").asInt());
    assertEquals(3.5, kept.path("N").asDouble());
    assertEquals("[\"a\",\"c\"]", kept.path("S").toString());
    assertEquals("[\"b\",\"a\"]", kept.path("K").toString());
    assertEquals("prefer-not-to-say", kept.path("M2").asText());
    var page = get(path + "/first").body();
    assertTrue(page.contains("value=\"3.5\""), page);
    assertEquals(path, to(post(path + "/send", "go=send")));
    assertTrue(get(path).body().contains("Thank you"));
  }

  @Test
  void anAnswerThatMakesMoreBeAskedOnThePageKeepsHerThere() {
    for (var token : Everything.wave(6).tokens()) {
      var bank = get("/s/" + token + "/bank").body();
      post("/s/" + token + "/first", "S=a&go=next");
      if (!get("/s/" + token + "/bank").body().equals(bank)) return;
    }
    throw new AssertionError("of six people nobody was asked B2");
  }

  @ParameterizedTest
  @CsvSource({
    "'R=8', R, Choose one of the answers.",
    "'R=3&R=4', R, This was sent twice.",
    "'L=101', L, Give a number from 0 to 100.",
    "'L=much', L, Give a number from 0 to 100.",
    "'L=4&L=no-basis', L, This was sent twice.",
    "'N=1.25', N, digits after the point at most: 1.",
    "'O=none-such', O, Choose one of the answers.",
    "'S=a&S=b&S=c', S, Choose 2 of the answers at most",
    "'S=a&S=no-basis', S, Choose 2 of the answers at most"
  })
  void aWrongAnswerIsNamedWithALinkToItAndNothingIsSaved(String sent, String item, String words) {
    var path = "/s/" + ONE_OF_EACH.token(0);
    var answer = post(path + "/first", sent + "&Y=true&go=next");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("<a href=\"#" + item + "\">"), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
    assertTrue(answer.body().contains("aria-describedby=\"" + item + "-"), answer.body());
    assertFalse(get(path + "/first").body().contains("checked"), "nothing was saved");
  }

  @ParameterizedTest
  @CsvSource({"K.a=1&K.b=1", "K.a=2", "K.a=x", "K.a=0&K.b=1"})
  void aWrongRankingIsNamed(String sent) {
    var path = "/s/" + ONE_OF_EACH.token(1);
    post(path + "/first", "Y=true");
    var answer = post(path + "/moved-too", sent);
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("<a href=\"#K\">"), answer.body());
  }

  @Test
  void aMegabyteOfTextIsNotReadAndWhatWasSavedIsKept() {
    var path = "/s/" + Wave.of(5).token(0);
    post(path + "/use", "K0=true");
    post(path + "/platform", "K9=before");
    var much = post(path + "/platform", "K9=" + "x".repeat(1 << 20));
    assertEquals(413, much.statusCode());
    assertTrue(much.body().contains("What you saved before is kept."), much.body());
    var more = post(path + "/platform", "K9=" + "x".repeat(2001));
    assertEquals(422, more.statusCode());
    assertTrue(more.body().contains("Write at most 2000 characters."));
    assertTrue(get(path + "/platform").body().contains(">before</textarea>"));
  }

  @Test
  void whatIsNoFormIsRefused() {
    var path = "/s/" + Wave.of(5).token(0);
    var answer = post(path + "/use", "K0=%zz");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("The request can&#39;t be read."), answer.body());
  }

  @Test
  void wordsInAnyDirectionWithAnySignStayInTheirField() {
    var path = "/s/" + Wave.of(5).token(0);
    post(path + "/use", "K0=true");
    var words = "</textarea><script>alert(1)</script>\u202e\u2067 😀 שלום\u0000\r\n&amp;";
    var sent = "K9=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "%ED%A0%80";
    assertEquals(303, post(path + "/platform", sent).statusCode());
    var page = get(path + "/platform").body();
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)"), page);
    assertTrue(page.contains("dir=\"auto\""));
    assertTrue(page.contains("😀 שלום\n&amp;amp;\uFFFD"), page);
  }

  @Test
  void beforeSheSendsSheIsToldWhatLooksLikeANameOrAnAddress() {
    var path = "/s/" + Wave.of(5).token(0);
    post(path + "/use", "K0=true");
    post(path + "/platform", "K9=ask+ada%40example.org+about+it");
    var page = get(path + "/send").body();
    assertTrue(page.contains("“ada@example.org” looks like a name or an address."), page);
    assertTrue(page.contains("href=\"" + path + "/platform#K9\""), page);
    assertEquals(303, post(path + "/send", "go=send").statusCode(), "she may send it as it is");
  }

  @Test
  void sheSeesTheRuleAndAMadeUpReportOfATeamOfHerSize() {
    var page = get("/s/" + Wave.of(9).token(0) + "/shown").body();
    assertTrue(page.contains("only when 5 people or more of it have answered"), page);
    assertTrue(page.contains("7 of 9 people answered"), page);
    assertTrue(page.contains("<td>60 ("), page);
    assertTrue(page.contains("<td>≤ 10 (0–"), page);
    assertTrue(page.contains("<td>5–7</td>"), page);
  }

  @Test
  void ofATeamThatIsTooSmallSheSeesThatNothingIsShown() {
    var small = Wave.newTeam(3);
    var wave = Wave.of(small, Wave.newTeam(6));
    var link =
        wave.links()
            .body()
            .lines()
            .filter(line -> line.startsWith(small))
            .findFirst()
            .orElseThrow();
    var page = get("/s/" + link.replaceAll(".*/s/", "") + "/shown").body();
    assertTrue(page.contains("fewer than 5 people are asked"), page);
    assertTrue(page.contains("withheld: too few answered"), page);
    assertFalse(page.contains("made up"), page);
  }

  /** Each page that she sees, with its headers, and each file once, as a browser asks for them. */
  @ParameterizedTest
  @CsvSource({"en, practice", "ar, practice", "ja, practice", "en, one", "ar, one", "ja, one"})
  void allOfTheFormIsLessThanAHundredKilobytes(String language, String way) throws IOException {
    var path = "/s/" + Wave.of(6).token(0);
    var files = new LinkedHashSet<String>();
    int packed = 0;
    var page = path;
    while (page != null) {
      var answer = packed(page, "Accept-Language", language);
      packed += wire(answer);
      var body = unpacked(answer);
      LOADED.matcher(body).results().forEach(one -> files.add(one.group(1)));
      page = after(page, path, body, way.equals("one"));
    }
    for (var file : files) {
      var answer = packed(file);
      packed += wire(answer);
      var kept = answer.headers().firstValue("Cache-Control").orElse("");
      assertTrue(kept.contains("immutable") && kept.contains("max-age=31536000"), kept);
    }
    assertTrue(packed < 100_000, packed + " bytes in " + language + " by " + way);
  }

  /** The same where something on the way does not let packed pages through, by the page. */
  @Test
  void notPackedItIsLessToo() {
    var path = "/s/" + Wave.of(6).token(0);
    var files = new LinkedHashSet<String>();
    int bytes = 0;
    var page = path;
    while (page != null) {
      var answer = get(page, "Accept-Language", "ar");
      bytes += answer.headers().toString().length() + length(answer);
      LOADED.matcher(answer.body()).results().forEach(one -> files.add(one.group(1)));
      page = after(page, path, answer.body(), false);
    }
    for (var file : files) {
      bytes += get(file).headers().toString().length() + length(get(file));
    }
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  /** So that one round trip brings it: ten packets of 1,460 bytes go before the first answer. */
  @ParameterizedTest
  @CsvSource({"en", "ja", "ar"})
  void theFirstScreenIsOneSmallAnswer(String language) {
    var answer = get("/s/" + Wave.of(6).token(0), "Accept-Language", language);
    assertFalse(answer.body().contains("rel=\"stylesheet\""), "the sheet stands in the page");
    assertFalse(answer.body().contains("<script"));
    int bytes = length(answer);
    assertTrue(bytes + answer.headers().toString().length() < 14_600, bytes + " bytes");
  }

  private static final Wave ONE_OF_EACH = Everything.wave(6);

  private String after(String page, String path, String body, boolean byItem) {
    if (page.equals(path)) {
      return byItem ? leads(body, path + "/practice/") : path + "/practice";
    }
    if (page.contains("/send")) {
      return Set.of(path).contains(to(post(page, "go=send"))) ? path + "/shown" : null;
    }
    if (page.endsWith("/shown")) return null;
    var items = Pattern.compile("<fieldset id=\"(\\w+)\"").matcher(body).results();
    var sent = items.map(one -> one.group(1) + "=no-basis").collect(Collectors.joining("&"));
    var answered = sent.replace("K0=no-basis", "K0=true");
    return to(post(page, answered + "&go=next"));
  }

  private static int wire(HttpResponse<byte[]> answer) {
    assertEquals(200, answer.statusCode());
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
    return answer.headers().toString().length() + answer.body().length;
  }

  private static int length(HttpResponse<String> answer) {
    return answer.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
    try (var body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The first link of a page to an address that begins so. */
  private static String leads(String page, String beginning) {
    var link = Pattern.compile("href=\"(" + Pattern.quote(beginning) + "[^\"#]+)").matcher(page);
    assertTrue(link.find(), beginning + " in " + page);
    return link.group(1);
  }

  private static String item(String page) {
    return page.replaceFirst(".*/", "");
  }

  private static String to(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static HttpResponse<String> post(String path, String body, String... headers) {
    return Api.asNobody().post(path, FORM, body, headers);
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return send(path, BodyHandlers.ofString(), headers);
  }

  private static HttpResponse<byte[]> packed(String path, String... headers) {
    var all = Stream.concat(Stream.of("Accept-Encoding", "gzip, deflate"), Stream.of(headers));
    return send(path, BodyHandlers.ofByteArray(), all.toArray(String[]::new));
  }

  private static <T> HttpResponse<T> send(String path, BodyHandler<T> as, String... headers) {
    var request = HttpRequest.newBuilder(OnTheServer.address().resolve(path));
    if (headers.length > 0) request.headers(headers);
    try {
      return BROWSER.send(request.build(), as);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
