package plimsoll.connection;

import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An API server of Kubernetes that keeps what it is given and tells of changes. */
final class MockCluster implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Logger QUIET = Logger.getLogger(MockWebServer.class.getName());

  private final Map<ServerRequest, Queue<ServerResponse>> fixed = new HashMap<>();
  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(), new MockWebServer(), fixed, new KubernetesMixedDispatcher(fixed), false);

  MockCluster() {
    QUIET.setLevel(Level.WARNING);
    server.init();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getPort());
  }

  /** From now on a list is answered so, and not with what is there. */
  void answer(String list, int status, Object body) {
    server.expect().get().withPath(list + "?limit=250").andReturn(status, body).always();
  }

  /**
   * Adds an object of any kind.
   *
   * @param kind as "group/version/kind", where the core has an empty group
   * @param more in braces, of what it says beside its name and namespace
   */
  void add(String kind, String plural, String space, String name, String more) {
    var parts = kind.split("/");
    var version = parts[0].isEmpty() ? parts[1] : parts[0] + "/" + parts[1];
    var list =
        (parts[0].isEmpty() ? "/api/" : "/apis/")
            + version
            + (space.isEmpty() ? "" : "/namespaces/" + space)
            + "/"
            + plural;
    var head =
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"name\":\"%s\"%s}%s"
            .formatted(
                version,
                parts[2],
                name,
                space.isEmpty() ? "" : ",\"namespace\":\"" + space + "\"",
                more.equals("{}") ? "}" : "," + more.substring(1));
    send("POST", list, head);
  }

  /** Adds a deployment, which as in real clusters carries what managers note. */
  void deploy(String space, String name, int replicas) {
    send("POST", deployments(space), deployment(space, name, replicas));
  }

  void scale(String space, String name, int replicas) {
    send("PUT", deployments(space) + "/" + name, deployment(space, name, replicas));
  }

  void delete(String space, String name) {
    send("DELETE", deployments(space) + "/" + name, null);
  }

  private static String deployments(String space) {
    return "/apis/apps/v1/namespaces/" + space + "/deployments";
  }

  private static String deployment(String space, String name, int replicas) {
    return """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%s","namespace":"%s",
         "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"},
         "managedFields":[{"manager":"kubectl"}]},
         "spec":{"replicas":%d,"template":{"spec":{"containers":[{"name":"a","image":"a:1"}]}}}}
        """
        .formatted(name, space, replicas);
  }

  void send(String method, String path, String body) {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.destroy();
  }
}
