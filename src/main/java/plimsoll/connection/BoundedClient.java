package plimsoll.connection;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Java's client, whose web sockets break off when one message is longer than is taken. */
final class BoundedClient extends HttpClient {
  private final HttpClient client;
  private final int messageMax;

  BoundedClient(HttpClient client, int messageMax) {
    this.client = client;
    this.messageMax = messageMax;
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    var building = client.newWebSocketBuilder();
    return new WebSocket.Builder() {
      @Override
      public WebSocket.Builder header(String name, String value) {
        building.header(name, value);
        return this;
      }

      @Override
      public WebSocket.Builder connectTimeout(Duration timeout) {
        building.connectTimeout(timeout);
        return this;
      }

      @Override
      public WebSocket.Builder subprotocols(String most, String... lesser) {
        building.subprotocols(most, lesser);
        return this;
      }

      @Override
      public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
        return building.buildAsync(uri, new Listening(listener, messageMax));
      }
    };
  }

  /** Hands on what is heard, as long as a message is not too long. */
  private static final class Listening implements WebSocket.Listener {
    private final WebSocket.Listener listener;
    private final int messageMax;
    private long length;

    Listening(WebSocket.Listener listener, int messageMax) {
      this.listener = listener;
      this.messageMax = messageMax;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      return isTooLong(socket, data.length(), last) ? null : listener.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      return isTooLong(socket, data.remaining(), last)
          ? null
          : listener.onBinary(socket, data, last);
    }

    private boolean isTooLong(WebSocket socket, int more, boolean last) {
      length += more;
      boolean tooLong = length > messageMax;
      if (last) length = 0;
      if (tooLong) {
        socket.abort();
        listener.onError(socket, new IOException("one message is too long"));
      }
      return tooLong;
    }

    @Override
    public void onOpen(WebSocket socket) {
      listener.onOpen(socket);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      return listener.onPing(socket, message);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      return listener.onPong(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      return listener.onClose(socket, status, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      listener.onError(socket, error);
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    return client.sendAsync(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> pushing) {
    return client.sendAsync(request, handler, pushing);
  }
}
