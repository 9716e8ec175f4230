package plimsoll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server of the tests over HTTP, with a token or with none. */
public final class Api {
  /** As senders speak; Java's own HTTP/2 without encryption meets closed streams now and then. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final ObjectMapper JSON = new ObjectMapper();
  private final URI address;
  private final String token;

  private Api(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  public static Api asAdministrator() {
    return as(OnTheServer.TOKEN);
  }

  public static Api asNobody() {
    return as(null);
  }

  public static Api as(String token) {
    return at(null, token);
  }

  /**
   * @param address of another server than the one that all tests share; null for that
   */
  public static Api at(URI address, String token) {
    return new Api(address, token);
  }

  /** A client whose token an administrator made, with this label and these scopes. */
  public static Api withScopes(String label, String... scopes) {
    var wanted =
        "{\"label\":\"%s\",\"scopes\":[\"%s\"],\"days\":3660}"
            .formatted(label, String.join("\",\"", scopes));
    return as(json(asAdministrator().postJson("/api/v1/tokens", wanted)).path("token").asText());
  }

  public HttpResponse<String> get(String path, String... headers) {
    var request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> post(String path, String type, String body, String... headers) {
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> postJson(String path, String body) {
    return post(path, "application/json", body);
  }

  /** Sends the form of a page, with its token. */
  public HttpResponse<String> form(String path, String fields) {
    var token = "a-token-of-forms-for-the-tests";
    return post(
        path,
        "application/x-www-form-urlencoded",
        "formToken=" + token + "&" + fields,
        "Cookie",
        "plimsoll-form=" + token);
  }

  public HttpResponse<String> putJson(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> put(String path, String type, String body, String... headers) {
    var request = request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a body that comes bit by bit, or is no text. */
  public HttpResponse<String> put(String path, String type, BodyPublisher body) {
    return send(request(path).header("Content-Type", type).PUT(body));
  }

  public HttpResponse<String> delete(String path, String... headers) {
    var request = request(path).DELETE();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var server = address == null ? OnTheServer.address() : address;
    var uri = server.resolve(path);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
