package plimsoll.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that stays open: the least work for the machine that also runs the server. */
final class Line implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 60_000;
  private final int port;
  private final String frame;
  private Socket socket;
  private InputStream in;

  Line(int port, String headers) {
    this.port = port;
    this.frame = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers;
  }

  /** Also after the server ended it, which it does after some hundred requests. */
  private void open() throws IOException {
    if (socket == null) {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }
  }

  /** The status of the answer, whose body is read to its end. */
  int send(Request request) throws IOException {
    open();
    var body = request.body().getBytes(StandardCharsets.UTF_8);
    var length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
    var head =
        request.method() + " " + request.path() + frame + request.headers() + length + "\r\n";
    var out = socket.getOutputStream();
    var bytes = head.getBytes(StandardCharsets.UTF_8);
    var whole = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
    System.arraycopy(body, 0, whole, bytes.length, body.length);
    out.write(whole);
    return answer();
  }

  private int answer() throws IOException {
    var status = Integer.parseInt(text().split(" ")[1]);
    long length = 0;
    var chunked = false;
    var last = false;
    for (var line = text(); !line.isEmpty(); line = text()) {
      var lower = line.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
      last |= lower.startsWith("connection: close");
      chunked |= lower.startsWith("transfer-encoding: chunked");
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    if (last) {
      close();
    }
    return status;
  }

  private void skipChunks() throws IOException {
    for (var size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size);
      text();
    }
    text();
  }

  private long chunk() throws IOException {
    return Long.parseLong(text().strip(), 16);
  }

  private String text() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  /**
   * @param headers of its own, each with its line end
   * @param body empty for none
   */
  record Request(String method, String path, String headers, String body) {
    Request(String method, String path, String body) {
      this(method, path, "", body);
    }
  }
}
