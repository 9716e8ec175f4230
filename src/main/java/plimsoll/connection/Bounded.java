package plimsoll.connection;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The client's way to a server, with limits that it has not. It would follow to wherever it is
 * sent, and take the credential along; and it would put together whatever is told in one piece.
 */
final class Bounded extends JdkHttpClientFactory {
  /** Letters of one change; what clusters keep in one object is some 1.5 MB. */
  static final int PIECE_MAX = 10_000_000;

  @Override
  public HttpClient.Builder newBuilder(Config config) {
    return super.newBuilder(config).addOrReplaceInterceptor("lines", new Lines());
  }

  @Override
  protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
    builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
  }

  /** Makes clients whose web sockets are bounded, and is else as it was. */
  @Override
  protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
    var given = super.createNewHttpClientBuilder();
    return (java.net.http.HttpClient.Builder)
        Proxy.newProxyInstance(
            Bounded.class.getClassLoader(),
            new Class<?>[] {java.net.http.HttpClient.Builder.class},
            (builder, method, args) -> {
              try {
                var made = method.invoke(given, args);
                if (made instanceof java.net.http.HttpClient client) {
                  return new BoundedClient(client, PIECE_MAX);
                }
                return made == given ? builder : made;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Where a cluster knows no web sockets, each change is a line. */
  private static final class Lines implements Interceptor {
    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
        AsyncBody.Consumer<List<ByteBuffer>> taking, HttpRequest request) {
      return request.uri().toString().contains("watch=true") ? new Line(taking) : taking;
    }
  }

  private static final class Line implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final AsyncBody.Consumer<List<ByteBuffer>> taking;
    private long length;

    Line(AsyncBody.Consumer<List<ByteBuffer>> taking) {
      this.taking = taking;
    }

    @Override
    public void consume(List<ByteBuffer> some, AsyncBody body) throws Exception {
      for (var one : some) {
        int end = lastEnd(one);
        length = end < 0 ? length + one.remaining() : one.limit() - end - 1L;
      }
      if (length > PIECE_MAX) throw new IOException("one change is too long");
      taking.consume(some, body);
    }

    /** Where the last line ends; negative when none does. */
    private static int lastEnd(ByteBuffer bytes) {
      int at = bytes.limit() - 1;
      while (at >= bytes.position() && bytes.get(at) != '\n') at--;
      return at < bytes.position() ? -1 : at;
    }
  }
}
