package plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A campaign that asks every kind of question, each time under a name of its own. */
public final class Everything {
  private Everything() {}

  /** One new team of so many people is invited. */
  public static Wave wave(int people) {
    var key = "e" + UUID.randomUUID().toString().substring(0, 8);
    var path = "/api/v1/surveys/" + key + "/1";
    var api = Api.asAdministrator();
    var made = api.put(path, "application/yaml", text().replace("key: everything", "key: " + key));
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(200, api.postJson(path + "/publication", "{}").statusCode());
    var wave = Wave.ofSurvey(key, Wave.newTeam(people));
    assertEquals(200, wave.invite().statusCode());
    return wave;
  }

  private static String text() {
    try {
      return Files.readString(Path.of("src/test/resources/surveys/everything-1.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
