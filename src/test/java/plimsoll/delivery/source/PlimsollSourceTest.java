package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.source.PlimsollSource.Writing;

class PlimsollSourceTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String DEPLOYMENT =
      "{\"type\":\"deployment\",\"id\":\"d-1\",\"service\":\"checkout\",\"finishedAt\":\"%s\","
          + "\"outcome\":\"succeeded\"}";

  @Test
  void objectIsOneEvent() {
    var batch = json(DEPLOYMENT.formatted("2026-03-23T09:00:00+01:00"));
    var fact = (DeploymentFact) batch.facts().get(0);
    assertEquals(Instant.parse("2026-03-23T08:00:00Z"), fact.finishedAt());
    assertEquals(Outcome.SUCCEEDED, fact.outcome());
    assertTrue(fact.production(), "an environment that is not named is production");
    assertTrue(batch.problems().isEmpty());
  }

  @Test
  void badLineNeverStopsTheGoodOnes() {
    var good = DEPLOYMENT.formatted("2026-03-23T09:00:00Z");
    var batch = lines(good + "\n{\"type\":\n\n[]\n" + good.replace("d-1", "d-2") + "\r\n");
    assertEquals(2, batch.facts().size());
    assertEquals(2, batch.problems().get(0).document());
    assertEquals(4, batch.problems().get(1).document());
  }

  @Test
  void unknownFieldsAreLeftOutAndNamed() {
    var batch =
        json(
            "{\"type\":\"ticket\",\"id\":\"OPS-7\",\"openedAt\":\"2026-03-23T09:00:00Z\","
                + "\"author\":\"ada\"}");
    assertEquals(1, batch.facts().size());
    assertEquals("Unknown field \"author\" was left out.", batch.problems().get(0).message());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-23T09:00:00, with an offset",
    "yesterday, with an offset",
    "2026-02-30T09:00:00Z, with an offset",
    "2026-03-23T09:00:60Z, with an offset",
    "2026-03-23T23:59:60+01:00, with an offset",
    "1970-01-01T00:00:00Z, before the year 2000",
    "2031-01-01T00:00:00Z, in the future",
  })
  void timeThatCannotBeTrueIsAProblem(String time, String word) {
    var batch = json(DEPLOYMENT.formatted(time));
    assertTrue(batch.facts().isEmpty());
    assertTrue(batch.problems().get(0).message().contains(word), batch.problems()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-23T09:00:00.123456789Z, 2026-03-23T09:00:00.123456Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "2017-01-01T00:59:60+01:00, 2016-12-31T23:59:59Z",
    "2016-12-31 18:29:60.25-0530, 2016-12-31T23:59:59.250Z",
    "2026-03-23t09:00:00z, 2026-03-23T09:00:00Z",
    "2026-03-23 09:00:00-05:30, 2026-03-23T14:30:00Z",
  })
  void timeIsCutToWhatDatabasesKeep(String time, Instant kept) {
    var batch = json(DEPLOYMENT.formatted(time));
    assertEquals(
        kept, ((DeploymentFact) batch.facts().get(0)).finishedAt(), batch.problems()::toString);
  }

  @Test
  void finishedBeforeStartedIsKeptWithAWord() {
    var batch =
        json(
            DEPLOYMENT
                .formatted("2026-03-23T09:00:00Z")
                .replace("}", ",\"startedAt\":\"2026-03-23T10:00:00Z\"}"));
    assertEquals(1, batch.facts().size());
    assertTrue(batch.problems().get(0).message().contains("before it started"));
  }

  @Test
  void spreadsheetHoldsAllTypes() {
    var batch =
        read(
            "type,id,service,finishedAt,outcome,commits,startedAt,responders,openedAt,toTeam,colour\n"
                + "deployment,d-1,決済,2026-03-23T09:00:00Z,rolled_back,"
                + "9f@2026-03-22T09:00:00Z 8a,,,,,\n"
                + "incident,i-1,決済,,,,2026-03-23T10:00:00Z,team-a;team-b,,,red\n"
                + "ticket,OPS-7,,,,,,,2026-03-23T10:00:00Z,operations,\n",
            Writing.CSV);
    assertEquals(3, batch.facts().size(), batch.problems()::toString);
    var deployment = (DeploymentFact) batch.facts().get(0);
    assertEquals("決済", deployment.service());
    assertEquals(2, deployment.commits().size());
    assertEquals(Outcome.ROLLED_BACK, deployment.outcome());
    assertEquals(2, ((IncidentFact) batch.facts().get(1)).responders().size());
    assertEquals(1, batch.problems().size(), batch.problems()::toString);
  }

  @Test
  void scriptIsTextLikeAnyOther() {
    var batch =
        json(
            DEPLOYMENT
                .formatted("2026-03-23T09:00:00Z")
                .replace("checkout", "<script>alert(1)</script>"));
    assertEquals("<script>alert(1)</script>", ((DeploymentFact) batch.facts().get(0)).service());
  }

  @ParameterizedTest
  @CsvSource({"'{\"type\":'", "'not json'", "'{} {}'", "' '"})
  void whatIsNotJsonIsRefused(String text) {
    assertEquals(400, assertThrows(Refusal.class, () -> json(text)).status());
  }

  @Test
  void nestedTooDeeplyIsRefused() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertEquals(400, assertThrows(Refusal.class, () -> json(deep)).status());
    assertEquals(1, lines(deep).problems().size());
  }

  @Test
  void moreThanTenThousandEventsAreRefused() {
    var many = "{}\n".repeat(10_001);
    assertEquals(413, assertThrows(Refusal.class, () -> lines(many)).status());
    assertEquals(101, lines("{}\n".repeat(10_000)).problems().size());
  }

  @Test
  void laterVersionWinsWhateverTheOrder() {
    var running =
        json(
            "{\"type\":\"deployment\",\"id\":\"d-1\",\"service\":\"checkout\","
                + "\"startedAt\":\"2026-03-23T08:00:00Z\",\"ticket\":\"OPS-7\"}");
    var done = json(DEPLOYMENT.formatted("2026-03-23T09:00:00Z"));
    var back =
        json(DEPLOYMENT.formatted("2026-03-23T09:00:00Z").replace("succeeded", "rolled_back"));
    var versions = List.of(running.facts().get(0), done.facts().get(0), back.facts().get(0));
    var reversed = List.of(versions.get(2), versions.get(1), versions.get(0));
    var together = (DeploymentFact) Fact.of(versions);
    assertEquals(Fact.of(reversed), together);
    assertEquals(Outcome.ROLLED_BACK, together.outcome());
    assertEquals("OPS-7", together.ticket());
    assertEquals(Instant.parse("2026-03-23T08:00:00Z"), together.startedAt());
  }

  private static Batch json(String text) {
    return read(text, Writing.JSON);
  }

  private static Batch lines(String text) {
    return read(text, Writing.LINES);
  }

  private static Batch read(String text, Writing writing) {
    return PlimsollSource.read(text, writing, NOW);
  }
}
