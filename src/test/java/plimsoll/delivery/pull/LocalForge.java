package plimsoll.delivery.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A forge on this machine, over real HTTP: lists are given page by page, all else as it stands. */
final class LocalForge implements AutoCloseable {
  /** What was asked, with the token it was asked with. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private final Map<String, Given> given = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final int pageSize;

  LocalForge(int pageSize) {
    this.pageSize = pageSize;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  private record Given(int status, String body, String... headers) {}

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers a path so from now on, whatever its query. */
  void give(String path, int status, String body, String... headers) {
    given.put(path, new Given(status, body, headers));
  }

  void give(String path, String body) {
    give(path, 200, body);
  }

  void takeBack(String path) {
    given.remove(path);
  }

  /** A list of JSON objects. */
  void list(String path, List<String> items) {
    lists.put(path, items);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    asked.add(uri + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    var said = given.get(uri.getRawPath());
    var list = lists.get(uri.getRawPath());
    if (said != null) {
      send(exchange, said);
    } else if (list != null) {
      send(exchange, page(uri, list));
    } else {
      send(exchange, new Given(404, "{\"message\":\"Not Found\"}"));
    }
  }

  private Given page(URI uri, List<String> list) {
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    int page =
        query.matches(".*&page=\\d+") ? Integer.parseInt(query.replaceAll(".*&page=", "")) : 1;
    int from = Math.min(list.size(), (page - 1) * pageSize);
    int until = Math.min(list.size(), from + pageSize);
    int last = (list.size() + pageSize - 1) / pageSize;
    var first = address() + uri.getRawPath() + "?" + query.replaceAll("&page=.*", "");
    var body = "[" + String.join(",", list.subList(from, until)) + "]";
    return page >= last
        ? new Given(200, body)
        : new Given(
            200,
            body,
            "Link",
            "<%s&page=%d>; rel=\"next\", <%s&page=%d>; rel=\"last\""
                .formatted(first, page + 1, first, last));
  }

  private static void send(HttpExchange exchange, Given said) throws IOException {
    for (int i = 0; i + 1 < said.headers().length; i += 2) {
      exchange.getResponseHeaders().add(said.headers()[i], said.headers()[i + 1]);
    }
    var body = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
