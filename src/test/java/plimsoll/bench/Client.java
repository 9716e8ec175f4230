package plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Prepares the service as an administrator would: people, a campaign, their links. */
final class Client {
  static final String TOKEN = "a-token-for-the-bench-alone";

  /** What takes long is cut off over HTTP/2. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** As many as one import takes. */
  private static final int CHUNK = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private final int port;

  Client(int port) {
    this.port = port;
  }

  /** Tokens of the personal links of that many people, ten in a team. */
  List<String> links(int people) throws Exception {
    for (int from = 0; from < people; from += CHUNK) {
      take(from, Math.min(people, from + CHUNK), 10);
    }
    return get("/api/v1/campaigns/" + ask("pulse") + "/links.csv")
        .lines()
        .filter(line -> line.contains("/s/"))
        .map(line -> line.substring(line.lastIndexOf("/s/") + 3).replace("\"", "").strip())
        .toList();
  }

  /** Takes people into the catalog, with their teams and a service of each. */
  void take(int from, int to, int peopleATeam) throws Exception {
    post("/api/v1/catalog/imports", "text/csv", catalog(from, to, peopleATeam));
  }

  /** Makes a campaign for everybody and invites them. */
  UUID ask(String survey) throws Exception {
    var plan =
        "{\"survey\":\"%s\",\"closesAt\":\"%s\"}"
            .formatted(survey, java.time.Instant.now().plusSeconds(864_000));
    post("/api/v1/campaigns", "application/json", plan);
    var id = JSON.readTree(get("/api/v1/campaigns")).at("/items/0/id").asText();
    post("/api/v1/campaigns/" + id + "/invitations", "application/json", "");
    return UUID.fromString(id);
  }

  void close(UUID campaign) throws Exception {
    post("/api/v1/campaigns/" + campaign + "/closure", "application/json", "");
  }

  /** How many characters a page has. */
  int page(String path) throws Exception {
    return expect(request(path).header("Accept", "text/html").GET()).length();
  }

  private static String catalog(int from, int to, int peopleATeam) {
    var text = new StringBuilder("team,person,email,service\n");
    IntStream.range(from, to)
        .forEach(
            i ->
                text.append(
                    "team-%1$d,Person %2$d,person-%2$d@example.org,service-%1$d%n"
                        .formatted(i / peopleATeam, i)));
    return text.toString();
  }

  /** The path of the latest stored reading's page; null while there is none. */
  String readingPage() throws Exception {
    var answer = send(request("/api/v1/readings/latest").GET());
    if (answer.statusCode() != 200) {
      return null;
    }
    JsonNode reading = JSON.readTree(answer.body());
    return reading.path("state").asText("done").equals("done")
        ? "/readings/" + reading.path("id").asText()
        : null;
  }

  /** Sets the secret with which a source signs. */
  void setSecret(String source, String secret) throws Exception {
    var path = "/api/v1/deliveries/" + source + "/secret";
    var body = "{\"secret\":\"" + secret + "\"}";
    expect(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  /** Brings a past in, as it is written. */
  String bringIn(String name, Supplier<InputStream> lines) throws Exception {
    var begun =
        post(
            "/api/v1/backfills",
            "application/json",
            "{\"source\":\"plimsoll\",\"format\":\"ndjson\",\"name\":\"" + name + "\"}");
    var path = "/api/v1/backfills/" + JSON.readTree(begun).get("id").asText() + "/content";
    return expect(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .PUT(BodyPublishers.ofInputStream(lines)));
  }

  private String post(String path, String type, String body) throws Exception {
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    return expect(request);
  }

  private String get(String path) throws Exception {
    return expect(request(path).GET());
  }

  private static String expect(HttpRequest.Builder request) throws Exception {
    var answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.request().uri() + ": " + answer.body());
    }
    return answer.body();
  }

  private static java.net.http.HttpResponse<String> send(HttpRequest.Builder request)
      throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + TOKEN);
  }
}
