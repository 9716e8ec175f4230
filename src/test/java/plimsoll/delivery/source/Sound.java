package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Scrub;
import plimsoll.json.Json;

/** What holds of whatever a source reads, however it was harmed on its way. */
final class Sound {
  private static final int ID_MAX = 700;
  private static final int TEXT_MAX = 300;

  private Sound() {}

  /** Facts that can be stored, or a word why not; nothing else is thrown than a refusal. */
  static void check(Source source, Delivery delivery) {
    try {
      source.what(delivery);
      var batch = source.read(delivery);
      assertTrue(batch.facts().size() + batch.ignored() + batch.problems().size() > 0, "no word");
      batch.facts().forEach(Sound::check);
    } catch (Refusal e) {
      assertEquals(400, e.status());
    }
  }

  /** What was kept without people says the same as what came. */
  static void checkWithoutPeople(Source source, Delivery delivery) throws JsonProcessingException {
    var tree = delivery.json();
    if (tree instanceof ObjectNode object) {
      var kept = Scrub.withoutPeople(object);
      if (kept != null) {
        assertEquals(written(source.read(delivery)), written(source.read(with(delivery, kept))));
      }
    }
  }

  private static void check(Fact fact) {
    assertNotNull(fact.asOf(), "when it was so");
    assertTrue(fact.id().length() <= ID_MAX, "the id is too long to store");
    Json.MAPPER
        .valueToTree(fact)
        .forEach(
            value -> {
              if (value.isTextual()) {
                assertTrue(value.asText().length() <= ID_MAX, "a text is too long to store");
              }
            });
    if (fact instanceof DeploymentFact deployment) {
      assertTrue(deployment.service().length() <= TEXT_MAX, "the service has too long a name");
      assertEquals(
          deployment.finishedAt() == null, deployment.outcome() == null, "an end has both");
    }
  }

  private static List<String> written(Batch batch) {
    return batch.facts().stream().map(Json::write).toList();
  }

  private static Delivery with(Delivery delivery, String body) {
    return new Delivery(
        body.getBytes(StandardCharsets.UTF_8),
        delivery.headers(),
        delivery.rules(),
        delivery.now());
  }
}
