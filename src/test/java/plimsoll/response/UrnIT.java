package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** What somebody finds who has every file of the database, the write-ahead log included. */
@ExtendWith(OnTheServer.class)
class UrnIT {

  @Test
  void theFilesOfTheDatabaseHoldNoAnswerBeforeClosingAndNoLinkEver() {
    var wave = Wave.of(6);
    var sent = "sent" + letters();
    var saved = "saved" + letters();
    Wave.answer(wave.token(0), words(sent));
    assertEquals(204, save(wave.token(1), words(saved)));
    awaitTheFiles();
    assertFalse(inTheDatabase(sent), "what was sent lies open");
    assertFalse(inTheDatabase(saved), "what was saved lies open");
    assertTrue(inTheDatabase(wave.id()), "the files can be searched at all");

    assertEquals(200, wave.close().statusCode());
    wave.reading();
    awaitTheFiles();
    assertTrue(inTheDatabase(sent), "at closing the ballots are opened");
    assertFalse(inTheDatabase(saved), "what was not sent stays closed");
    assertFalse(inTheDatabase(wave.token(0)), "a link lies in the database");
  }

  @Test
  void theKeyIsThereWhileACampaignIsOpenAndGoneAfterwards() {
    var wave = Wave.of(6);
    var key = OnTheServer.vault().resolve(wave.id() + ".key");
    assertTrue(Files.exists(key));
    wave.read();
    assertFalse(Files.exists(key));
  }

  @Test
  void withoutItsKeyACampaignTakesNothingAndDoesNotCloseUntilTheKeyIsBack() throws IOException {
    var wave = Wave.of(6);
    Wave.answer(wave.token(0), "{\"D1a\":3}");
    var link = wave.token(1);
    var key = OnTheServer.vault().resolve(wave.id() + ".key");
    var away = Files.move(key, key.resolveSibling("away"));
    var refused = Wave.submit(link, "{\"D1a\":3}");
    assertEquals(503, refused.statusCode(), refused.body());
    assertTrue(Api.json(refused).path("detail").asText().contains("Nothing was lost"));
    assertEquals(503, wave.close().statusCode());
    Files.move(away, key);
    assertEquals(201, Wave.submit(link, "{\"D1a\":3}").statusCode());
    assertEquals(200, wave.close().statusCode());
  }

  /** What nobody takes for the name or the number of somebody, and leaves out. */
  private static String letters() {
    return UUID.randomUUID()
        .toString()
        .chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(sign -> String.valueOf((char) ('a' + Character.digit(sign, 16))))
        .collect(Collectors.joining());
  }

  private static String words(String own) {
    return "{\"K0\":true,\"K9\":\"" + own + "\"}";
  }

  private static int save(String token, String answers) {
    return Api.asNobody()
        .putJson("/api/v1/invitations/" + token + "/draft", "{\"answers\":" + answers + "}")
        .statusCode();
  }

  private static boolean inTheDatabase(String text) {
    try (var files = Files.walk(OnTheServer.databaseFolder())) {
      return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.contains(text) || bytes.contains(raw(text));
    } catch (IOException e) {
      return false;
    }
  }

  /** An id as its sixteen bytes; the text itself where it is none. */
  private static String raw(String text) {
    if (!text.matches("[0-9a-f]{8}-.*")) return text;
    var id = UUID.fromString(text);
    var bytes = java.nio.ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new String(bytes.array(), StandardCharsets.ISO_8859_1);
  }

  /** H2 writes what was committed a moment later. */
  private static void awaitTheFiles() {
    try {
      Thread.sleep(2000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
