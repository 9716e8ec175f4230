package plimsoll.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import plimsoll.json.Json;

/** Posts notices to incoming webhooks of Slack, or of whatever takes {@code {"text": …}}. */
final class Slack {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Delivery send(Message.Notice notice) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(notice.webhook()))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(BodyPublishers.ofString(Json.write(Map.of("text", notice.text()))))
              .build();
      return verdict(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return new Delivery.Postponed("The channel does not answer.");
    } catch (IllegalArgumentException e) {
      return new Delivery.Refused("The address of the channel is none.");
    }
  }

  /** Slack answers 403, 404 or 410 for a channel or webhook that is no more. */
  private static Delivery verdict(int status) {
    if (status / 100 == 2) return new Delivery.Accepted();
    var words = "The channel answered " + status + ".";
    return status / 100 == 4 && status != TOO_MANY && status <= GONE
        ? new Delivery.Refused(words)
        : new Delivery.Postponed(words);
  }
}
