package plimsoll.estate;

import java.time.Instant;
import plimsoll.delivery.fact.Moments;
import plimsoll.document.YamlStream;
import plimsoll.estate.ClusterObject.NoObjectException;
import plimsoll.json.Json;

/** Objects of clusters for tests, from YAML. */
final class Objects {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Objects() {}

  static ClusterObject object(String yaml) {
    try {
      var content = YamlStream.read(yaml).get(0).content();
      return ClusterObject.of(Json.write(content), new Moments(NOW));
    } catch (NoObjectException e) {
      throw new AssertionError(e);
    }
  }
}
