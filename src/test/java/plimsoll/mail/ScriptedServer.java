package plimsoll.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as a test wants, where a real one can't be made to: it refuses
 * receivers, asks to come back later, is slow, and is away and back.
 */
final class ScriptedServer implements AutoCloseable {
  /** Message-IDs of what it took, in order, as often as it took them. */
  final List<String> accepted = new CopyOnWriteArrayList<>();

  /** Whom it took something for, in order. */
  final List<String> receivers = new CopyOnWriteArrayList<>();

  private final Map<String, String> optOuts = new ConcurrentHashMap<>();

  /** What it says to a receiver, by the address; once only where the answer starts with a 4. */
  final Map<String, String> answers = new ConcurrentHashMap<>();

  /** How long it thinks between having taken a letter and saying so. */
  volatile long thinkMilliseconds;

  final int port;
  private volatile ServerSocket socket;

  ScriptedServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = socket.getLocalPort();
    listen();
  }

  void goAway() throws IOException {
    socket.close();
  }

  void comeBack() throws IOException {
    socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    listen();
  }

  /** The address in the List-Unsubscribe header of what came for somebody. */
  String optOutOf(String receiver) {
    return optOuts.get(receiver);
  }

  private void listen() {
    var here = socket;
    var thread =
        new Thread(
            () -> {
              while (!here.isClosed()) {
                try {
                  var caller = here.accept();
                  new Thread(() -> talk(caller)).start();
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void talk(Socket caller) {
    try (caller) {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      say(caller, "220 ready");
      var receiver = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var word = line.toUpperCase(java.util.Locale.ROOT);
        if (word.startsWith("RCPT")) {
          receiver = line.replaceAll(".*<(.*)>.*", "$1");
          say(caller, answer(receiver));
        } else if (word.startsWith("DATA")) {
          say(caller, "354 go on");
          take(caller, in, receiver);
        } else {
          say(caller, word.startsWith("QUIT") ? "221 bye" : "250 fine");
        }
      }
    } catch (IOException e) {
      // The other side was killed: that is what some tests are about.
      return;
    }
  }

  private String answer(String receiver) {
    var answer = answers.getOrDefault(receiver, "250 fine");
    if (answer.startsWith("4")) answers.remove(receiver);
    return answer;
  }

  private void take(Socket caller, BufferedReader in, String receiver) throws IOException {
    var id = "";
    for (var line = in.readLine(); !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) id = line.substring("Message-ID: ".length());
      if (line.contains("<http") && line.contains("/unsubscribe/")) {
        optOuts.put(receiver, line.replaceAll(".*<(.*)>.*", "$1"));
      }
    }
    accepted.add(id);
    receivers.add(receiver);
    Node.pause(thinkMilliseconds);
    say(caller, "250 taken");
  }

  private static void say(Socket caller, String line) {
    try {
      caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
