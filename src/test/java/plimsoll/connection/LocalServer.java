package plimsoll.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server of this machine that answers what it was given, and notes what it was asked. */
final class LocalServer implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> tokens = new CopyOnWriteArrayList<>();
  private final Map<String, Function<URI, Answer>> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * @param version that a client may know already; null for none
   */
  record Answer(int status, String body, String version, Map<String, String> headers) {
    static Answer of(int status, String body) {
      return new Answer(status, body, null, Map.of());
    }
  }

  LocalServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void give(String path, int status, String body) {
    give(path, asked -> Answer.of(status, body));
  }

  void give(String path, Function<URI, Answer> answer) {
    answers.put(path, answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    asked.add(uri.toString());
    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    var answer = answers.getOrDefault(uri.getPath(), any -> Answer.of(404, "not found")).apply(uri);
    var known = exchange.getRequestHeaders().getFirst("If-None-Match");
    boolean same = answer.version() != null && answer.version().equals(known);
    if (answer.version() != null) exchange.getResponseHeaders().set("ETag", answer.version());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var bytes = same ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        same ? 304 : answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
