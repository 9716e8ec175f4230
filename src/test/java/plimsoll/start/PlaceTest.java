package plimsoll.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
  @TempDir Path folder;

  @Test
  void withoutConfigurationItIsThisMachineAlone() {
    assertEquals("http://127.0.0.1:8080/", Place.configured(Map.of()).address());
    assertEquals(
        "http://127.0.0.1:8080/", Place.configured(Map.of("PLIMSOLL_PORT", " ")).address());
  }

  @Test
  void everyAddressIsReachedAsLocalhost() {
    var place = Place.configured(Map.of("PLIMSOLL_HOST", "0.0.0.0", "PLIMSOLL_PORT", "9090"));
    assertEquals("http://localhost:9090/", place.address());
  }

  @Test
  void peopleFindItWhereTheProxyStands() {
    var place = Place.configured(Map.of("PLIMSOLL_ADDRESS", "https://plimsoll.example.org/"));
    assertEquals("https://plimsoll.example.org/", place.address());
    assertEquals("http://127.0.0.1:8080/", place.here());
  }

  @Test
  void aPortThatIsNoNumberIsNamed() {
    var obstacle = new Place("127.0.0.1", "http", null, null, null).obstacle();
    assertEquals("PLIMSOLL_PORT is \"http\"; it takes a number from 1 to 65535.", obstacle);
    assertEquals(
        "PLIMSOLL_PORT is \"70000\"; it takes a number from 1 to 65535.",
        new Place("127.0.0.1", "70000", null, null, null).obstacle());
  }

  @Test
  void aPortInUseIsNamedWithWhatToDo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var obstacle = new Place("127.0.0.1", "" + taken.getLocalPort(), null, null, null).obstacle();
      assertTrue(obstacle.contains("PLIMSOLL_PORT"), obstacle);
      assertTrue(obstacle.contains("" + taken.getLocalPort()), obstacle);
    }
  }

  @Test
  void aFolderThatIsAFileCanNotHoldTheData() throws IOException {
    var file = Files.createFile(folder.resolve("data"));
    assertTrue(
        new Place("127.0.0.1", freePort(), null, file, file)
            .obstacle()
            .contains("can't be written"));
    var keys = new Place("127.0.0.1", freePort(), null, null, file).obstacle();
    assertTrue(keys.contains("PLIMSOLL_VAULT"), keys);
  }

  @Test
  void aFreePortAndAFolderThatIsNotThereYetAreFine() throws IOException {
    assertNull(
        new Place("127.0.0.1", freePort(), null, folder.resolve("data"), folder.resolve("vault"))
            .obstacle());
    assertTrue(Files.isDirectory(folder.resolve("data")));
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return "" + socket.getLocalPort();
    }
  }
}
