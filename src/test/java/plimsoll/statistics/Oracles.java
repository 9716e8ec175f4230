package plimsoll.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Values computed elsewhere (R, SciPy, published tables): the shared file, else our own copy. */
public final class Oracles {
  private static final Path SHARED = Path.of("../shared/oracles/oracles.json");

  private Oracles() {}

  public static JsonNode at(String key) {
    try {
      return Files.exists(SHARED) ? read(SHARED).get(key) : own().get(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] numbers(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) values[i] = array.get(i).asDouble();
    return values;
  }

  private static JsonNode read(Path path) throws IOException {
    return new ObjectMapper().readTree(path.toFile());
  }

  private static JsonNode own() throws IOException {
    try (var own = Oracles.class.getResourceAsStream("/statistics/oracles.json")) {
      return new ObjectMapper().readTree(own);
    }
  }
}
