package plimsoll.delivery.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import plimsoll.access.ClosedAddress;
import plimsoll.json.Json;

/**
 * The interface of a forge or of another server that speaks JSON, asked with a token. The token
 * goes to the address that was given and nowhere else: a redirect or a next page on another server
 * is not followed. Not to clouds' own addresses either, which would tell a caller inside of it
 * their secrets.
 */
public final class Forge {
  private static final Pattern NEXT =
      Pattern.compile("<([^<>]*)>\\s*;[^<>]*\\brel=\"?next\"?(?=[;,\\s]|$)");
  private static final Pattern LAST =
      Pattern.compile("<[^<>]*[?&]page=(\\d{1,9})[^<>]*>\\s*;[^<>]*\\brel=\"?last\"?(?=[;,\\s]|$)");
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final int REDIRECTS_MAX = 3;
  private static final int NOT_MODIFIED = 304;

  private final HttpClient client;
  private final Clock clock;
  private final Duration patience;
  private final URI base;
  private final String token;
  private final Words words;

  /**
   * @param base as {@link ForgeAddress} checked it
   * @param token null where the forge is asked without one
   * @param patience how long one answer may take
   */
  public Forge(URI base, String token, Clock clock, Duration patience) {
    this(base, token, clock, patience, new Words("The forge", "repository", "repositories"), null);
  }

  /**
   * @param trust whom to believe who it is; null for those whom Java believes
   */
  public Forge(
      URI base, String token, Clock clock, Duration patience, Words words, SSLContext trust) {
    var building =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience);
    if (trust != null) building.sslContext(trust);
    this.client = building.build();
    this.words = words;
    this.base = base;
    this.token = token;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * What a forge answers.
   *
   * @param next address of the next page; null when this is the last
   * @param lastPage number of the last page; null where it does not say
   * @param total how many there are on all pages; null where it does not say
   * @param version by which it can be asked for only if it changed; null where it does not say
   */
  public record Answer(JsonNode body, URI next, Integer lastPage, Integer total, String version) {

    /** Whether it is still what it was when it had the version that was asked with. */
    public boolean same() {
      return body == null;
    }
  }

  /**
   * What the other side is called.
   *
   * @param server at the beginning of a sentence, such as "The forge"
   * @param thing that is asked for, such as "repository"
   * @param things that a token has to be able to read
   */
  public record Words(String server, String thing, String things) {}

  /** The address of something below the forge's own, such as "/repos/a/b". */
  public URI at(String path) {
    try {
      return URI.create(base + path);
    } catch (IllegalArgumentException e) {
      throw Halt.failed(words.server() + " named an address that is none.");
    }
  }

  /** What stands at a path; a null of JSON where there is nothing, or nothing is shown. */
  JsonNode find(String path) throws InterruptedException {
    try {
      return get(at(path)).body();
    } catch (Halt e) {
      if (e.kind() == Halt.Kind.ABSENT) return NullNode.getInstance();
      throw e;
    }
  }

  /**
   * @throws Halt when there is no answer to go on with
   */
  public Answer get(URI address) throws InterruptedException {
    return get(address, null);
  }

  /**
   * @param version that is known already; null for none
   * @throws Halt when there is no answer to go on with
   */
  public Answer get(URI address, String version) throws InterruptedException {
    var asked = address;
    for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      var answer = send(checked(asked), version);
      if (answer.statusCode() == NOT_MODIFIED) {
        return new Answer(null, null, null, null, version);
      }
      if (!MOVED.contains(answer.statusCode())) {
        Limits.check(answer, clock.instant(), words);
        return read(answer);
      }
      var to = answer.headers().firstValue("Location").orElse("");
      asked = resolve(asked, to);
    }
    throw Halt.failed(
        words.server() + " sends us in a circle. Is the address of its interface right?");
  }

  private HttpResponse<byte[]> send(URI address, String version) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept", "application/json")
            .header("User-Agent", "plimsoll");
    if (version != null) request.header("If-None-Match", version);
    if (token != null) request.header("Authorization", "Bearer " + token);
    var sending = client.sendAsync(request.build(), info -> new LimitedBody());
    try {
      // The client's own time only covers the head; a body could drip for ever.
      return sending.get(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sending.cancel(true);
      throw Halt.troubled(words.server() + " did not answer in time.");
    } catch (ExecutionException e) {
      throw halt(e.getCause());
    }
  }

  private Halt halt(Throwable cause) {
    if (cause instanceof LimitedBody.TooLongException) {
      return Halt.failed(words.server() + "'s answer is larger than 30 MB, so it was not read.");
    }
    if (cause instanceof SSLException) {
      return Halt.failed(
          words.server()
              + "'s certificate is not believed. Give the certificate of who signed it, or correct"
              + " the address.");
    }
    return cause instanceof HttpTimeoutException
        ? Halt.troubled(words.server() + " did not answer in time.")
        : Halt.troubled(words.server() + " cannot be reached. Is its address right, and is it up?");
  }

  private Answer read(HttpResponse<byte[]> answer) {
    try {
      var body = Json.MAPPER.readTree(answer.body());
      var links = String.join(", ", answer.headers().allValues("Link"));
      var next = NEXT.matcher(links);
      var last = LAST.matcher(links);
      return new Answer(
          body,
          next.find() ? resolve(answer.uri(), next.group(1)) : null,
          last.find() ? Integer.valueOf(last.group(1)) : null,
          Limits.number(answer, "X-Total"),
          answer.headers().firstValue("ETag").orElse(null));
    } catch (JsonProcessingException e) {
      throw Halt.failed(
          "The answer is no JSON. Is this the address of the interface, and not of a page to sign"
              + " in?");
    } catch (IOException e) {
      throw Halt.troubled(words.server() + "'s answer broke off.");
    }
  }

  private URI resolve(URI from, String to) {
    try {
      return from.resolve(to);
    } catch (IllegalArgumentException e) {
      throw Halt.failed(words.server() + " named an address that is none.");
    }
  }

  private URI checked(URI address) {
    if (!origin(address).equals(origin(base))) {
      throw Halt.failed(
          words.server()
              + " sends us to another server ("
              + address.getHost()
              + "). The token is not sent there; give that server's address instead.");
    }
    refuseClosed(address);
    return address;
  }

  /**
   * @throws Halt when nobody is to be asked there, or nobody knows the name
   */
  public static void refuseClosed(URI address) {
    try {
      if (ClosedAddress.leadsTo(address.getHost())) {
        throw Halt.failed("The address leads to a place that is not asked.");
      }
    } catch (UnknownHostException e) {
      throw Halt.troubled("Nobody knows the server " + address.getHost() + ".");
    }
  }

  private static String origin(URI address) {
    int port = address.getPort();
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    return address.getScheme()
        + "://"
        + address.getHost()
        + ":"
        + (port >= 0 ? port : secure ? 443 : 80);
  }
}
