package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.estate.Objects.object;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.estate.Application.Sync;
import plimsoll.json.Json;

class ApplicationTest {
  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata:
        name: ledger-prod
        labels: {app.kubernetes.io/part-of: ledger}
        ownerReferences: [{kind: ApplicationSet, name: all-ledgers}]
      spec:
        project: shop
        sources: [{repoURL: https://example.org/a.git}, {repoURL: https://example.org/c, chart: c}]
        syncPolicy: {automated: {selfHeal: true}}
      """;
  private static final String STATUS =
      """
      status:
        sync: {status: OutOfSync}
        health: {status: Degraded}
        history:
        - {deployedAt: "2026-03-01T10:00:05Z", deployStartedAt: "2026-03-01T10:00:00Z",
           initiatedBy: {username: ada@example.org}}
        - {deployedAt: "2026-03-02T10:00:05Z", initiatedBy: {automated: true}}
        - {deployedAt: "soon"}
        operationState:
          phase: Succeeded
          startedAt: "2026-03-02T10:00:00Z"
          finishedAt: "2026-03-02T10:00:06Z"
          operation: {initiatedBy: {automated: true}, sync: {}}
      """;

  @Test
  void whoBeganASyncIsForgottenAndWhetherAPersonDidIsKept() {
    var facts = Application.of(object(HEAD + STATUS));
    assertEquals(List.of(false, true), facts.syncs().stream().map(Sync::automated).toList());
    assertFalse(Json.write(facts).contains("ada"));
  }

  @Test
  void theHistoryAndTheStateOfTheOperationTellOfOneSyncOnce() {
    var facts = Application.of(object(HEAD + STATUS));
    assertEquals(2, facts.syncs().size());
    assertEquals(Instant.parse("2026-03-01T10:00:00Z"), facts.syncs().get(0).startedAt());
  }

  @Test
  void aDryRunAndASyncOfSomeResourcesAreNone() {
    for (var sync : List.of("{dryRun: true}", "{resources: [{kind: Deployment, name: a}]}")) {
      var text =
          HEAD
              + "status: {operationState: {phase: Succeeded, startedAt: '2026-03-02T10:00:00Z',"
              + " operation: {sync: %s}}}".formatted(sync);
      assertEquals(List.of(), Application.of(object(text)).syncs(), sync);
    }
  }

  @Test
  void anApplicationTellsHowItIsMadeAndSynced() {
    var facts = Application.of(object(HEAD));
    assertEquals("all-ledgers", facts.madeBy());
    assertEquals(2, facts.sources());
    assertEquals(List.of("ledger", "ledger-prod"), facts.names());
    assertTrue(facts.automated() && facts.selfHeal());
    var off = HEAD.replace("{selfHeal: true}", "{enabled: false, selfHeal: true}");
    assertFalse(Application.of(object(off)).automated());
    assertFalse(Application.of(object(off)).selfHeal());
  }

  @Test
  void whatLaterLooksTellIsAddedToWhatWasKnown() {
    var at = Instant.parse("2026-03-02T11:00:00Z");
    var object = object(HEAD + STATUS);
    var first = Application.of(object).seen(object, null, at);
    var healed =
        object(HEAD + "status: {sync: {status: Synced}, health: {status: Healthy}, history: []}");
    var second = Application.of(healed).seen(healed, first, at.plusSeconds(3600));
    assertEquals(2, second.syncs().size());
    assertEquals("Synced", second.sync().now());
    assertEquals("OutOfSync", second.sync().spans().get(0).state());
    assertEquals(at.plusSeconds(3600), second.sync().spans().get(0).until());
  }

  @Test
  void aRunningSyncHasNoEndAndANewApplicationNoState() {
    var running =
        HEAD
            + "status: {operationState: {phase: Running, startedAt: '2026-03-02T10:00:00Z',"
            + " operation: {sync: {}}}}";
    var object = object(running);
    var facts = Application.of(object).seen(object, null, Instant.parse("2026-03-02T11:00:00Z"));
    assertNull(facts.syncs().get(0).finishedAt());
    assertNull(facts.syncs().get(0).automated());
    assertNull(facts.sync().now());
  }
}
