package plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One round of asking on the server of the tests: teams are imported, a campaign is made, people
 * are invited and answer, it is closed, and its reading is waited for.
 */
public final class Wave {
  private static final Api API = Api.asAdministrator();
  private static final int PATIENCE_SECONDS = 120;
  private final String id;
  private List<String> tokens;

  private Wave(String id) {
    this.id = id;
  }

  /** A campaign whose people are invited, of one new team. */
  public static Wave of(int people) {
    var team = newTeam(people);
    var wave = notInvited(team);
    assertEquals(people, Api.json(wave.invite()).path("invited").asInt());
    return wave;
  }

  /** A campaign of teams that are in the catalog; nobody is invited yet. */
  public static Wave notInvited(String... teams) {
    return ofSurvey("quarterly", teams);
  }

  /** The same with another survey. */
  public static Wave ofSurvey(String survey, String... teams) {
    return made(survey, "\"teams\":[\"%s\"],".formatted(String.join("\",\"", teams)));
  }

  /** A campaign of teams that are in the catalog; everybody is invited. */
  public static Wave of(String... teams) {
    var wave = notInvited(teams);
    assertEquals(200, wave.invite().statusCode());
    return wave;
  }

  /** A campaign of all teams there are, so that its reading comes to the front. */
  public static Wave ofEverybody() {
    var wave = made("quarterly", "");
    assertEquals(200, wave.invite().statusCode());
    return wave;
  }

  /** A campaign that was made elsewhere. */
  public static Wave known(String id) {
    return new Wave(id);
  }

  /** Imports a team of a name that is used nowhere else; gives its key. */
  public static String newTeam(int people) {
    var team = "t" + UUID.randomUUID().toString().substring(0, 8);
    importTeam(team, people);
    return team;
  }

  /** Imports a team of so many people, who have one service. */
  public static void importTeam(String team, int people) {
    var done = API.post("/api/v1/catalog/imports", "text/csv", catalog(people, team));
    assertEquals(200, done.statusCode(), done.body());
  }

  /** The same as a spreadsheet, for several teams. */
  public static String catalog(int people, String... teams) {
    return List.of(teams).stream()
        .flatMap(team -> IntStream.range(0, people).mapToObj(i -> line(team, i)))
        .collect(Collectors.joining("\n", "team,person,email,service\n", "\n"));
  }

  private static String line(String team, int i) {
    return "%s,%s person %d,%s-%d@example.org,%s-api".formatted(team, team, i, team, i, team);
  }

  private static Wave made(String survey, String teams) {
    var plan =
        "{\"survey\":\"%s\",%s\"closesAt\":\"%s\"}"
            .formatted(survey, teams, Instant.now().plus(Duration.ofDays(7)));
    var made = API.postJson("/api/v1/campaigns", plan);
    assertEquals(201, made.statusCode(), made.body());
    return new Wave(Api.json(made).path("id").asText());
  }

  public String id() {
    return id;
  }

  /** The first of its teams. */
  public String team() {
    return progress().at("/teams/0/team").asText();
  }

  public HttpResponse<String> invite() {
    return API.postJson(path() + "/invitations", "");
  }

  /** The secret of one person's link. */
  public String token(int person) {
    return tokens().get(person);
  }

  /** The secrets of all links, in the order of the list. */
  public List<String> tokens() {
    if (tokens == null) {
      tokens = secrets(links().body().lines().skip(1));
    }
    return tokens;
  }

  private static List<String> secrets(Stream<String> links) {
    return links.map(line -> line.replaceAll(".*/s/", "")).toList();
  }

  public HttpResponse<String> links() {
    return API.get(path() + "/links.csv");
  }

  /** Everybody sends the answers, as a JSON object, that this gives for the secret of a link. */
  public Wave answered(Function<String, String> answers) {
    tokens().forEach(token -> answer(token, answers.apply(token)));
    return this;
  }

  /** Everybody of one team sends the same answers, and nobody else. */
  public Wave answeredBy(String team, String answers) {
    secrets(links().body().lines().filter(line -> line.startsWith(team + ",")))
        .forEach(token -> answer(token, answers));
    return this;
  }

  /** One person sends answers, a JSON object by item. */
  public static void answer(String token, String answers) {
    var sent = submit(token, answers);
    assertEquals(201, sent.statusCode(), sent.body());
  }

  /** The same where a refusal may be what is looked for. */
  public static HttpResponse<String> submit(String token, String answers) {
    return Api.asNobody()
        .postJson("/api/v1/invitations/" + token + "/submission", "{\"answers\":" + answers + "}");
  }

  public JsonNode progress() {
    return Api.json(API.get(path()));
  }

  public HttpResponse<String> close() {
    return API.postJson(path() + "/closure", "");
  }

  /** Closes it and waits; gives the id of its reading. */
  public String read() {
    assertEquals(200, close().statusCode());
    return reading();
  }

  /** Waits for the reading of the closed campaign; gives its id. */
  public String reading() {
    await("the reading of the campaign", () -> !readingId().isEmpty());
    return readingId();
  }

  private String readingId() {
    for (var reading : Api.json(API.get("/api/v1/readings"))) {
      if (reading.path("campaign").asText().equals(id)) {
        return reading.path("id").asText();
      }
    }
    return "";
  }

  /** Asks again and again until it is so. */
  public static void await(String what, BooleanSupplier isSo) {
    var end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (!isSo.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), what + " did not come");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String path() {
    return "/api/v1/campaigns/" + id;
  }
}
