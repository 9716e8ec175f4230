package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever tells one thing without end is not listened to for ever. */
class BoundedTest {
  private static final ObjectKind DEPLOYMENT =
      ObjectKinds.ALL.stream().filter(one -> one.name().equals("Deployment")).findFirst().get();

  @Test
  void lineWithoutAnEndIsBrokenOff() throws Exception {
    var told = new AtomicLong();
    var brokenOff = new CompletableFuture<Void>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> endless(exchange, told, brokenOff));
    server.start();
    var address = URI.create("http://localhost:" + server.getAddress().getPort());
    try (var cluster =
        new Cluster(
            address, Rehearsed.settings(), Credential.NONE, () -> "", Duration.ofSeconds(5))) {
      try (var watch = cluster.watch(DEPLOYMENT, "", "1", new Deaf())) {
        brokenOff.get(30, TimeUnit.SECONDS);
      }
      assertTrue(told.get() > Bounded.PIECE_MAX, "what may be said is: " + told);
      assertTrue(told.get() < 5L * Bounded.PIECE_MAX, "so much was said: " + told);
    } finally {
      server.stop(0);
    }
  }

  private static void endless(
      HttpExchange exchange, AtomicLong told, CompletableFuture<Void> brokenOff)
      throws IOException {
    if ("websocket".equals(exchange.getRequestHeaders().getFirst("Upgrade"))) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    var some = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      while (told.get() < 500_000_000L) {
        body.write(some);
        told.addAndGet(some.length);
      }
    } catch (IOException e) {
      brokenOff.complete(null);
    }
  }

  @Test
  void messageOfAWebSocketThatIsTooLongIsAFaultAndShortOnesAreHeard() throws Exception {
    try (var server = new MockWebServer()) {
      server.enqueue(
          new MockResponse()
              .withWebSocketUpgrade(
                  new WebSocketListener() {
                    @Override
                    public void onOpen(
                        io.fabric8.mockwebserver.http.WebSocket socket, Response response) {
                      socket.send("short");
                      socket.send("x".repeat(5000));
                    }
                  }));
      server.start();
      var heard = new Heard();
      new BoundedClient(HttpClient.newHttpClient(), 1000)
          .newWebSocketBuilder()
          .buildAsync(URI.create("ws://localhost:" + server.getPort() + "/"), heard)
          .get(10, TimeUnit.SECONDS);
      var fault = heard.fault.get(10, TimeUnit.SECONDS);
      assertTrue(fault.getMessage().contains("too long"), fault::toString);
      assertTrue(heard.text.toString().startsWith("short"));
      assertTrue(heard.text.length() <= 1005, "no more than may be");
    }
  }

  private static final class Heard implements WebSocket.Listener {
    private final CompletableFuture<Throwable> fault = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      socket.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      fault.complete(error);
    }
  }

  private static final class Deaf implements Watcher<GenericKubernetesResource> {
    @Override
    public void eventReceived(Action action, GenericKubernetesResource object) {}

    @Override
    public void onClose(WatcherException cause) {}
  }
}
