package plimsoll.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the service listens, where people find it, and where it keeps its file database.
 *
 * @param host the address to listen on
 * @param port as it was configured, so that a wrong one can be named
 * @param outside the address that people use; null when it is that of this machine
 * @param data the folder of the file database; null when another database is configured
 * @param vault the folder of the campaigns' keys
 */
record Place(String host, String port, String outside, Path data, Path vault) {
  static Place configured(Map<String, String> environment) {
    return new Place(
        value(environment, "PLIMSOLL_HOST", "127.0.0.1"),
        value(environment, "PLIMSOLL_PORT", "8080"),
        value(environment, "PLIMSOLL_ADDRESS", null),
        environment.containsKey("PLIMSOLL_DATABASE_URL") ? null : Path.of("data"),
        Path.of(value(environment, "PLIMSOLL_VAULT", "vault")));
  }

  private static String value(Map<String, String> environment, String name, String otherwise) {
    var value = environment.get(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  /** What keeps the service from standing here, as a sentence; null when nothing does. */
  String obstacle() {
    if (!port.matches("[0-9]{1,5}") || number() < 1 || number() > 65535) {
      return "PLIMSOLL_PORT is \"" + port + "\"; it takes a number from 1 to 65535.";
    }
    var listening = listeningObstacle();
    if (listening != null) return listening;
    var unwritable = data == null ? null : obstacle(data, "PLIMSOLL_DATABASE_URL");
    return unwritable == null ? obstacle(vault, "PLIMSOLL_VAULT") : unwritable;
  }

  private String listeningObstacle() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), number()));
      return null;
    } catch (UnknownHostException e) {
      return "PLIMSOLL_HOST is \"" + host + "\", which is no address of this machine.";
    } catch (IOException e) {
      return "Port "
          + port
          + " on "
          + host
          + " can't be used; another program may listen there. Stop it, or set PLIMSOLL_PORT to"
          + " another number.";
    }
  }

  private static String obstacle(Path folder, String variable) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "try", ""));
      return null;
    } catch (IOException e) {
      return "The folder "
          + folder.toAbsolutePath()
          + " can't be written. Start where it can, or set "
          + variable
          + ".";
    }
  }

  private int number() {
    return Integer.parseInt(port);
  }

  /** Where people find the service. */
  String address() {
    return outside == null ? here() : outside;
  }

  /** Where a program on this machine finds the service. */
  String here() {
    var everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://" + (everywhere ? "localhost" : bracketed()) + ":" + port + "/";
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
