package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;

/** A cluster that is asked: nothing of this machine's own settings of Kubernetes is used. */
final class Cluster implements AutoCloseable {
  /**
   * The client goes on by itself after a short break, and drops what it had not yet told if not.
   */
  private static final int RECONNECTS = 3;

  private static final int RECONNECT_MILLIS = 1000;
  private static final int BYTES_MAX = 30_000_000;

  private final KubernetesClient client;
  private final URI address;
  private final Duration patience;

  /**
   * @param token asked for before each request; "" for none
   * @throws Halt when the certificates can't be used, or nobody is to be asked there
   */
  Cluster(
      URI address,
      Settings settings,
      Credential credential,
      Supplier<String> token,
      Duration wait) {
    Forge.refuseClosed(address);
    this.address = address;
    this.patience = wait;
    var config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(address.toString())
            .withOauthTokenProvider(token::get)
            .withConnectionTimeout((int) wait.toMillis())
            .withRequestTimeout((int) wait.toMillis())
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectLimit(RECONNECTS)
            .withWatchReconnectInterval(RECONNECT_MILLIS)
            .withUserAgent("plimsoll");
    if (!settings.ca().isEmpty()) config.withCaCertData(base64(settings.ca()));
    if (!credential.certificate().isEmpty()) {
      config
          .withClientCertData(base64(credential.certificate()))
          .withClientKeyData(base64(credential.key()))
          .withClientKeyAlgo(Pem.algorithm(credential.key()));
    }
    this.client = client(config.build());
  }

  private static KubernetesClient client(Config config) {
    try {
      return new KubernetesClientBuilder()
          .withConfig(config)
          .withHttpClientFactory(new Bounded())
          .build();
    } catch (RuntimeException e) {
      throw Halt.failed(
          "The certificates or the key can't be used. Give them as PEM, the key without a"
              + " password.");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a cluster answers.
   *
   * @param status of HTTP; 413 also where the answer is larger than 30 MB
   * @param body missing when the status says that there is none
   */
  record Answer(int status, JsonNode body) {
    private static Answer empty(int status) {
      return new Answer(status, Json.MAPPER.missingNode());
    }
  }

  /**
   * @param path below the address, with what is asked
   * @throws Halt when there is no answer to go on with; 403, 404, 410 and 413 are answers
   */
  Answer get(String path) throws InterruptedException {
    Forge.refuseClosed(address);
    var bytes = new Bytes();
    var http = client.getHttpClient();
    var request = http.newHttpRequestBuilder().uri(address + path).build();
    var asking = http.consumeBytes(request, bytes);
    try {
      var answer = asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      answer.body().consume();
      answer.body().done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return read(answer, bytes);
    } catch (TimeoutException e) {
      throw Halt.troubled("The cluster did not answer in time.");
    } catch (ExecutionException e) {
      return tooLarge(bytes).orElseThrow(() -> halt(e.getCause()));
    } catch (CancellationException e) {
      return tooLarge(bytes).orElseThrow(() -> halt(e));
    } finally {
      asking.thenAccept(answer -> answer.body().cancel());
      asking.cancel(true);
    }
  }

  private static Optional<Answer> tooLarge(Bytes bytes) {
    return bytes.tooMany ? Optional.of(Answer.empty(413)) : Optional.empty();
  }

  private static Halt halt(Throwable cause) {
    for (var one = cause; one != null; one = one.getCause()) {
      if (one instanceof javax.net.ssl.SSLException) {
        return Halt.failed(
            "The cluster's certificate is not believed, or it does not take ours. Give the"
                + " certificate of who signed it, or correct the address.");
      }
      if (one instanceof java.net.http.HttpTimeoutException) {
        return Halt.troubled("The cluster did not answer in time.");
      }
    }
    return Halt.troubled("The cluster cannot be reached. Is its address right, and is it up?");
  }

  private static Answer read(HttpResponse<?> answer, Bytes bytes) {
    int status = answer.code();
    if (bytes.tooMany) return Answer.empty(413);
    switch (status) {
      case 200:
        return new Answer(status, json(bytes));
      case 403, 404, 410, 413:
        return Answer.empty(status);
      case 401:
        throw Halt.failed("The cluster does not take the credential. Give a new one.");
      default:
        if (status >= 300 && status < 400) {
          throw Halt.failed(
              "The cluster sends us elsewhere, where the credential is not sent. Give the address"
                  + " of its interface itself.");
        }
        throw Halt.troubled("The cluster answered " + status + ".");
    }
  }

  private static JsonNode json(Bytes bytes) {
    try {
      var body = Json.MAPPER.readTree(bytes.all.toByteArray());
      if (body.isObject()) return body;
    } catch (IOException e) {
      // The words are the same as for JSON of another form.
      return noKubernetes();
    }
    return noKubernetes();
  }

  private static JsonNode noKubernetes() {
    throw Halt.absent("The answer is not Kubernetes'. Is this the address of its interface?");
  }

  /**
   * Has changes told from a version on, until it is closed or broken off.
   *
   * @param space its namespace; "" for all of them
   */
  Watch watch(
      ObjectKind kind, String space, String version, Watcher<GenericKubernetesResource> watcher) {
    Forge.refuseClosed(address);
    var context =
        new ResourceDefinitionContext.Builder()
            .withGroup(kind.group())
            .withVersion(kind.versions().get(0))
            .withKind(kind.name())
            .withPlural(kind.plural())
            .withNamespaced(kind.spaced())
            .build();
    var options =
        new ListOptionsBuilder().withResourceVersion(version).withAllowWatchBookmarks(true).build();
    var all = client.genericKubernetesResources(context);
    if (!kind.spaced()) return all.watch(options, watcher);
    return space.isEmpty()
        ? all.inAnyNamespace().watch(options, watcher)
        : all.inNamespace(space).watch(options, watcher);
  }

  @Override
  public void close() {
    client.close();
  }

  /** At most as many as are taken. */
  private static final class Bytes implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private volatile boolean tooMany;

    @Override
    public void consume(List<ByteBuffer> some, AsyncBody body) {
      for (var one : some) {
        if (all.size() + one.remaining() > BYTES_MAX) {
          tooMany = true;
          body.cancel();
          return;
        }
        var taken = new byte[one.remaining()];
        one.get(taken);
        all.writeBytes(taken);
      }
      body.consume();
    }
  }
}
