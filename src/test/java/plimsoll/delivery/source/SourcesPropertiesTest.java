package plimsoll.delivery.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every source: each has a delivery to try it with. */
class SourcesPropertiesTest {
  private static final String SECRET = "a secret for the tests alone";
  private static final List<Source> SOURCES = AllSources.list();

  @Provide
  Arbitrary<Source> sources() {
    return Arbitraries.of(SOURCES);
  }

  @Property(tries = 100)
  void sampleIsProvenByItsSecretAlone(@ForAll("sources") Source source) {
    var delivery = delivery(sample(source), sample(source).body());
    assertTrue(source.signed(delivery, SECRET), source.key());
    assertFalse(source.signed(delivery, SECRET + "!"), source.key());
    assertFalse(source.signed(Payloads.sent(sample(source).body()), SECRET), source.key());
  }

  @Property(tries = 100)
  void sampleStatesSomethingAndNothingIsWrongWithIt(@ForAll("sources") Source source) {
    var batch = source.read(delivery(sample(source), sample(source).body()));
    assertFalse(batch.facts().isEmpty(), source.key() + batch.notes());
    assertEquals(List.of(), batch.problems(), source.key());
  }

  @Property(tries = 100)
  void sampleSaysTheSameOncePeopleWereTakenOut(@ForAll("sources") Source source)
      throws JsonProcessingException {
    Sound.checkWithoutPeople(source, delivery(sample(source), sample(source).body()));
  }

  @Property(tries = 3000)
  void harmedPayloadIsRefusedOrHasProblems(@ForAll("sources") Source source, @ForAll long seed) {
    var sample = sample(source);
    var harmed = Mutant.of(sample.body().getBytes(UTF_8), seed);
    Sound.check(source, delivery(sample, new String(harmed, UTF_8)));
  }

  @Property(tries = 500)
  void truncatedPayloadIsRefusedOrHasProblems(
      @ForAll("sources") Source source, @ForAll @IntRange(max = 5_000) int length) {
    var body = sample(source).body();
    Sound.check(
        source, delivery(sample(source), body.substring(0, Math.min(length, body.length()))));
  }

  @Property(tries = 200)
  void whatIsNoPayloadIsRefusedOrHasProblems(
      @ForAll("sources") Source source, @ForAll("nonsense") String nonsense) {
    Sound.check(source, delivery(sample(source), nonsense));
  }

  @Provide
  Arbitrary<String> nonsense() {
    return Arbitraries.of(
        "",
        " ",
        "null",
        "true",
        "7",
        "\"text\"",
        "[]",
        "[[]]",
        "[null]",
        "{}",
        "{\"a\":{}}",
        "{]",
        "[".repeat(10_000),
        "{\"a\":".repeat(10_000),
        "\u0000",
        "a=b&c=d",
        "<xml/>");
  }

  private static Sample sample(Source source) {
    return source.sample(SECRET, Payloads.NOW.minusSeconds(60));
  }

  private static Delivery delivery(Sample sample, String body) {
    return Payloads.sent(body, sample.headers(), Map.of());
  }
}
