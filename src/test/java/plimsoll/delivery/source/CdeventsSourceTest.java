package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.Corpora;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Ticket;
import plimsoll.json.Json;

public class CdeventsSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Rules RULES =
      new Rules(
          Map.of(
              "deploying-pipelines", "Ship Cart = production, cart",
              "ticket-kinds", "task = access"));

  private static final String WHEN = "2026-03-23T09:00:00.123456Z";
  private static final String ARTIFACT =
      "\"artifactId\":\"pkg:oci/cart@sha256%3A0b31?vcs_url=git%2Bhttps://git.example/shop/cart.git%400b31b1c02ff458ad9b7b81cbdf8f028bd54699fa\"";

  private final CdeventsSource cdevents = new CdeventsSource();

  /** An event of version 0.5, in which the subject has no type. */
  static String event(String type, String subject, String content) {
    return "{\"context\":{\"specversion\":\"0.5.1\",\"id\":\"e-1\",\"source\":\"/ci\",\"type\":\"dev.cdevents."
        + type
        + ".0.9.0\",\"timestamp\":\""
        + WHEN
        + "\",\"links\":[{\"linkType\":\"RELATION\",\"linkKind\":\"causedBy\",\"target\":{\"contextId\":\"e-0\"}}]},"
        + "\"subject\":{\"id\":\""
        + subject
        + "\",\"source\":\"/here\",\"content\":"
        + content
        + "}}";
  }

  /** One of each event that counts. */
  static final List<String> EVENTS =
      List.of(
          event(
              "service.deployed",
              "cart",
              "{\"environment\":{\"id\":\"k8s-7\",\"name\":\"production\"}," + ARTIFACT + "}"),
          event(
              "service.rolledback",
              "cart",
              "{\"environment\":{\"id\":\"prod1\"}," + ARTIFACT + "}"),
          event(
              "pipelinerun.finished",
              "run-7",
              "{\"pipelineName\":\"ship cart\",\"outcome\":\"failure\"}"),
          event(
              "taskrun.started",
              "run-8",
              "{\"taskName\":\"Ship Cart\",\"pipelineRun\":{\"id\":\"x\"}}"),
          event("change.merged", "abc1234", "{\"repository\":{\"id\":\"shop/cart\"}}"),
          event(
              "artifact.packaged",
              "pkg:oci/cart@1",
              "{\"change\":{\"id\":\"abc1234\",\"source\":\"shop/cart\"}}"),
          event(
              "incident.detected",
              "i-1",
              "{\"environment\":{\"id\":\"prod1\"},\"service\":{\"id\":\"cart\"}}"),
          event(
              "ticket.closed",
              "t-1",
              "{\"ticketType\":\"task\",\"group\":\"security\",\"creator\":\"Alice\"}"));

  @Test
  void deploymentSaysWhatItWasMadeOf() {
    var fact = (DeploymentFact) only(EVENTS.get(0));
    assertEquals("e-1 dev.cdevents.service.deployed.0.9.0 /ci", fact.id());
    assertEquals("cart", fact.service());
    assertEquals("production", fact.environment());
    assertTrue(fact.production());
    assertEquals("shop/cart", fact.repository());
    assertEquals("0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa", fact.revision());
    assertEquals(Instant.parse(WHEN), fact.finishedAt());
    assertEquals(Outcome.SUCCEEDED, fact.outcome());
  }

  @Test
  void rollbackIsADeploymentOfItsOwn() {
    var fact = (DeploymentFact) only(EVENTS.get(1));
    assertEquals(Kind.ROLLBACK, fact.kind());
    assertTrue(fact.production(), "a number says which of several");
    assertFalse(fact.id().equals(only(EVENTS.get(0)).id()));
  }

  @Test
  void artifactWithoutACommitStandsForItself() {
    var body = EVENTS.get(0).replaceFirst("\\?vcs_url=[^\"]*", "");
    var fact = (DeploymentFact) only(body);
    assertEquals("pkg:oci/cart@sha256%3A0b31", fact.revision());
    var alias = (ChangeFact) only(EVENTS.get(5));
    assertEquals("pkg:oci/cart@1", alias.sha());
    assertEquals("abc1234", alias.landedAs());
    assertEquals("shop/cart", alias.repository());
  }

  @Test
  void artifactOfAForgeNamesItsCommit() {
    assertEquals(new Purl("shop/cart", "abc1234"), Purl.of("pkg:github/shop/cart@abc1234#src"));
    assertEquals(new Purl(null, "pkg:github/shop/cart@v1"), Purl.of("pkg:github/shop/cart@v1"));
  }

  @Test
  void runsDeployOnlyWhereItWasSaid() {
    var finished = (DeploymentFact) only(EVENTS.get(2));
    assertEquals("run-7 /here", finished.id());
    assertEquals("cart", finished.service());
    assertEquals(Outcome.FAILED, finished.outcome());
    assertEquals(Instant.parse(WHEN), ((DeploymentFact) only(EVENTS.get(3))).startedAt());
    assertEquals(1, cdevents.read(sent(EVENTS.get(2), Rules.none(), Map.of())).ignored());
  }

  @Test
  void runThatWasGivenUpIsIgnored() {
    var body = EVENTS.get(2).replace("failure", "cancel");
    assertEquals(1, cdevents.read(sent(body, RULES, Map.of())).ignored());
  }

  @Test
  void incidentNamesItsService() {
    var detected = (IncidentFact) only(EVENTS.get(6));
    var resolved = (IncidentFact) only(EVENTS.get(6).replace("detected", "resolved"));
    assertEquals("cart", detected.service());
    assertEquals(detected.id(), resolved.id());
    assertNull(resolved.startedAt());
    assertEquals(Instant.parse(WHEN), resolved.resolvedAt());
  }

  @Test
  void incidentWhereNobodyIsServedIsIgnored() {
    var body = EVENTS.get(6).replace("prod1", "qa");
    assertEquals(1, cdevents.read(sent(body, RULES, Map.of())).ignored());
    var named = new Rules(Map.of("production-environments", "QA"));
    assertEquals(1, cdevents.read(sent(body, named, Map.of())).facts().size());
  }

  @Test
  void ticketAsksTheGroup() {
    var fact = (TicketFact) only(EVENTS.get(7));
    assertEquals("security", fact.toTeam());
    assertEquals(Ticket.Kind.ACCESS, fact.kind());
    assertEquals(Instant.parse(WHEN), fact.closedAt());
  }

  @Test
  void eventsOfTomorrowAreIgnoredWithAWord() {
    for (var type : List.of("approval.closed", "artifact.invalid", "service.promoted")) {
      var batch = cdevents.read(sent(event(type, "a", "{}"), RULES, Map.of()));
      assertEquals(1, batch.ignored(), type);
      assertEquals(List.of(), batch.problems(), type);
    }
    var batch = cdevents.read(sent(event("service.promoted", "a", "{}"), RULES, Map.of()));
    assertEquals("Nothing is counted from service promoted.", batch.notes().get(0).message());
  }

  @Test
  void allThreeModesSayTheSame() {
    var plain = only(EVENTS.get(0));
    var data = EVENTS.get(0);
    var head = "\"id\":\"e-1\",\"source\":\"/ci\",\"type\":\"dev.cdevents.service.deployed.0.9.0\"";
    var structured = "{\"specversion\":\"1.0\"," + head + ",\"data\":" + data + "}";
    var base64 = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
    var encoded = "{\"specversion\":\"1.0\"," + head + ",\"data_base64\":\"" + base64 + "\"}";
    var old =
        "{\"specversion\":\"0.3\","
            + head
            + ",\"datacontentencoding\":\"base64\",\"data\":\""
            + base64
            + "\"}";
    for (var body : List.of(structured, encoded, old)) {
      var type = Map.of("Content-Type", "application/cloudevents+json; charset=utf-8");
      assertEquals(List.of(plain), cdevents.read(sent(body, RULES, type)).facts(), body);
    }
    var binary =
        Map.of(
            "ce-specversion", "1.0",
            "ce-id", "e-1",
            "ce-source", "/ci",
            "ce-type", "dev.cdevents.service.deployed.0.9.0",
            "Content-Type", "application/json; charset=utf-8");
    assertEquals(List.of(plain), cdevents.read(sent(data, RULES, binary)).facts());
    var batch = Map.of("Content-Type", "application/cloudevents-batch+json");
    var two = cdevents.read(sent("[" + structured + ",7," + encoded + "]", RULES, batch));
    assertEquals(List.of(plain, plain), two.facts());
    assertEquals(2, two.problems().get(0).document());
  }

  @Test
  void envelopeWithoutASourceIsAProblem() {
    var body =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"dev.cdevents.x\",\"data\":"
            + EVENTS.get(0)
            + "}";
    var batch = cdevents.read(sent(body, RULES, Map.of()));
    assertEquals("source is missing.", batch.problems().get(0).message());
  }

  @Test
  void peopleInEncodedDataAreNotKept() throws IOException {
    var base64 = Base64.getEncoder().encodeToString(EVENTS.get(7).getBytes(StandardCharsets.UTF_8));
    var body =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"dev.cdevents.x\","
            + "\"data_base64\":\""
            + base64
            + "\"}";
    var delivery = sent(body, RULES, Map.of());
    var kept = cdevents.read(delivery).raw();
    assertFalse(kept.contains("Alice") || kept.contains(base64), kept);
    assertTrue(kept.contains("security"), kept);
    Sound.checkWithoutPeople(cdevents, delivery);
  }

  @Test
  void otherEventsInEnvelopesAreIgnored() throws IOException {
    for (var number : List.of("L285", "L326", "L360")) {
      var file = Corpora.file("cloudevents/json-format/example-" + number + ".json");
      var batch = cdevents.read(sent(Files.readString(file), RULES, Map.of()));
      assertEquals("Nothing is counted from com.example.someevent.", word(batch));
    }
  }

  @Test
  void brokenBodiesAreRefused() throws IOException {
    var http = Http.of(Corpora.file("cloudevents/cdevents-binding/v0.4.1-L91.http"));
    assertEquals(
        400,
        assertThrows(Refusal.class, () -> cdevents.read(sent(http.body(), RULES, http.headers())))
            .status());
    var batch = Map.of("Content-Type", "application/cloudevents-batch+json");
    assertThrows(Refusal.class, () -> cdevents.read(sent("{}", RULES, batch)));
    assertThrows(Refusal.class, () -> cdevents.read(sent("", RULES, Map.of())));
  }

  @Test
  void envelopesAreReadAsTheConformanceScenarioSays() throws IOException {
    for (var mode : List.of("binary-1", "structured-1")) {
      var http = Http.of(Corpora.file("cloudevents/http/" + mode + ".http"));
      var expected =
          Json.MAPPER.readTree(
              Corpora.file("cloudevents/http/" + mode + ".expected.json").toFile());
      var event = CloudEvent.in(sent(http.body(), RULES, http.headers())).get(0);
      assertEquals(expected.get("data"), event.data());
      expected
          .get("attributes")
          .fields()
          .forEachRemaining(
              one -> {
                var attribute = event.attributes().text(one.getKey());
                if (attribute != null) assertEquals(one.getValue().asText(), attribute);
              });
      event.check();
    }
  }

  @Test
  void secretIsABearerToken() {
    var headers = Map.of("Authorization", "Bearer quite a secret");
    assertTrue(cdevents.signed(sent("{}", RULES, headers), "quite a secret"));
    assertFalse(cdevents.signed(sent("{}", RULES, headers), "another secret"));
  }

  /** The table was counted with other tools from the same files. */
  @TestFactory
  Stream<DynamicTest> everyEventSaysWhatTheTableSays() throws IOException {
    try (var reader = Files.newBufferedReader(Corpora.file("cdevents/expected.csv"))) {
      var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(reader).getRecords().stream()
          .map(row -> DynamicTest.dynamicTest(row.get("file"), () -> checkRow(row)));
    }
  }

  private void checkRow(CSVRecord row) throws IOException {
    if (!row.get("file").endsWith(".json")) return;
    var body = Files.readString(Corpora.file("cdevents/" + row.get("file")));
    var delivery = sent(body, RULES, Map.of());
    Sound.check(cdevents, delivery);
    Sound.checkWithoutPeople(cdevents, delivery);
    var batch = cdevents.read(delivery);
    assertEquals(List.of(), batch.problems());
    var what = row.get("subject") + "." + row.get("predicate");
    var fact = batch.facts().isEmpty() ? null : batch.facts().get(0);
    switch (what) {
      case "service.deployed", "service.upgraded", "service.rolledback" -> {
        var deployment = (DeploymentFact) fact;
        assertEquals(
            row.get("id") + " " + row.get("type") + " " + row.get("source"), deployment.id());
        assertEquals(row.get("subject_id"), deployment.service());
        assertEquals(seconds(row), micros(deployment.finishedAt()));
      }
      case "change.merged", "artifact.packaged" -> {
        assertEquals(row.get("subject_id"), ((ChangeFact) fact).sha());
        assertEquals(seconds(row), micros(fact.asOf()));
      }
      case "incident.detected", "incident.reported", "incident.resolved" ->
          assertEquals(seconds(row), micros(((IncidentFact) fact).asOf()));
      case "ticket.created", "ticket.closed" ->
          assertEquals(seconds(row), micros(((TicketFact) fact).asOf()));
      default -> assertEquals(1, batch.ignored(), what);
    }
  }

  private static long seconds(CSVRecord row) {
    return Math.round(Double.parseDouble(row.get("epoch_seconds")) * 1e3);
  }

  private static long micros(Instant at) {
    return Math.round(at.getEpochSecond() * 1e3 + at.getNano() / 1e6);
  }

  @TestFactory
  Stream<DynamicTest> everyFileGoesThrough() {
    return Stream.of("cdevents", "cloudevents")
        .flatMap(folder -> Corpora.filesBelow(folder).stream())
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> goesThrough(file)));
  }

  private void goesThrough(Path file) throws IOException {
    var delivery = sent(Files.readString(file), RULES, Map.of());
    Sound.check(cdevents, delivery);
  }

  /** A request as it goes over the wire. */
  private record Http(Map<String, String> headers, String body) {
    static Http of(Path file) throws IOException {
      var parts = Files.readString(file).split("\n\n", 2);
      var headers = new TreeMap<String, String>();
      parts[0]
          .lines()
          .skip(1)
          .forEach(
              line ->
                  headers.put(
                      line.substring(0, line.indexOf(':')),
                      line.substring(line.indexOf(':') + 1).strip()));
      return new Http(headers, parts[1]);
    }
  }

  private static String word(Batch batch) {
    return batch.notes().get(0).message();
  }

  private Fact only(String body) {
    return cdevents.read(sent(body, RULES, Map.of())).facts().get(0);
  }

  private static Delivery sent(String body, Rules rules, Map<String, String> headers) {
    return new Delivery(body.getBytes(StandardCharsets.UTF_8), headers, rules, NOW);
  }
}
