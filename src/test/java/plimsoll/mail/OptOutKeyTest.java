package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptOutKeyTest {
  private static final UUID PERSON = UUID.fromString("0b1f6a50-8a0e-4f0e-9b46-0d5b6f1c2a77");

  @TempDir Path folder;

  @Test
  void onlyWhatWeMadeIsTaken() {
    var word = key("one").word(PERSON);
    assertEquals(Optional.of(PERSON), key("one").person(word));
    assertEquals(Optional.empty(), key("another").person(word));
    for (int i = 0; i < word.length(); i++) {
      var other = word.charAt(i) == 'A' ? 'Q' : 'A';
      assertEquals(
          Optional.empty(),
          key("one").person(word.substring(0, i) + other + word.substring(i + 1)));
    }
    assertEquals(Optional.empty(), key("one").person(word + "AA"));
    assertEquals(Optional.empty(), key("one").person("not base64 at all"));
    assertEquals(Optional.empty(), key("one").person(""));
  }

  private OptOutKey key(String house) {
    var key = new OptOutKey();
    key.place = folder.resolve(house).toString();
    return key;
  }
}
