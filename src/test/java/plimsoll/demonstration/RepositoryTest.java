package plimsoll.demonstration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.json.Json;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Specimen;
import plimsoll.workload.Readers;
import plimsoll.workload.file.SourceFile;

/** What the readers read of the files is what was planted. */
class RepositoryTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Organisation COMPANY =
      Organisation.generate(Parameters.demonstration(TODAY));

  @ParameterizedTest
  @ValueSource(longs = {1876, 2})
  void everyChoiceAndTraitIsReadAsItWasPlanted(long seed) {
    for (int wavesAgo = 0; wavesAgo < 3; wavesAgo++) {
      for (var plan : Patterns.of(seed, COMPANY.teams(), wavesAgo)) {
        var read = read(plan);
        assertEquals(
            new TreeMap<>(plan.fingerprint().values()),
            values(read.choices()),
            () -> plan + "\n" + read.choices());
        assertEquals(plan.traits(null), answers(read.traits()), plan::toString);
      }
    }
  }

  /** What Argo CD tells of a service, and the agents and rules of its cluster. */
  @Test
  void aClusterTellsTheSameAndMore() {
    int seen = 0;
    for (var cluster : COMPANY.clusters()) {
      var plans = COMPANY.blueprints(0);
      var objects = objects(cluster, plans);
      for (var plan : plans) {
        var files = new ArrayList<>(Repository.of(plan));
        var own = objects.getOrDefault(plan.service(), List.of());
        if (own.isEmpty()) continue;
        seen++;
        files.addAll(own);
        var read = Readers.read(plan.service(), files, objects.get(""));
        assertEquals(new TreeMap<>(plan.fingerprint().values()), values(read.choices()));
        assertEquals(plan.traits(cluster), answers(read.traits()), plan::toString);
      }
    }
    assertTrue(seen > 5, "services that Argo CD delivers");
  }

  /** Of a cluster, by the service that a label names; those of nobody by the empty text. */
  private static Map<String, List<SourceFile>> objects(Cluster cluster, List<Blueprint> plans) {
    var told = cluster.whole(Instant.parse("2026-11-23T00:00:00Z"), plans);
    return told.objects().stream()
        .map(one -> Json.read(one.json(), JsonNode.class))
        .collect(
            groupingBy(
                one -> one.at("/metadata/labels/app.kubernetes.io~1name").asText(),
                mapping(one -> file(told.origin(), one), toList())));
  }

  private static SourceFile file(String origin, JsonNode object) {
    var path =
        "%s/%s/%s"
            .formatted(
                object.at("/metadata/namespace").asText("-"),
                object.get("kind").asText(),
                object.at("/metadata/name").asText());
    return new SourceFile(origin, path, object.toString());
  }

  private static Profile read(Blueprint plan) {
    return Readers.read(plan.service(), Repository.of(plan), List.of());
  }

  private static Map<Feature, String> values(Map<Feature, Chosen> choices) {
    var values = new TreeMap<Feature, String>();
    choices.forEach((feature, chosen) -> values.put(feature, chosen.value()));
    return values;
  }

  private static Map<Trait, Answer> answers(Map<Trait, Finding> traits) {
    var answers = new TreeMap<Trait, Answer>();
    traits.forEach((trait, finding) -> answers.put(trait, finding.answer()));
    return answers;
  }

  @Test
  void everyWordThatCanBeChosenIsChosenSomewhere() {
    var seen = EnumSet.noneOf(Feature.class);
    COMPANY.fingerprints(0).forEach(one -> seen.addAll(one.values().keySet()));
    assertEquals(EnumSet.allOf(Feature.class), seen);
  }

  @Test
  void whatIsNotUnderstoodIsOnlyWhereItIsDefinedElsewhere() {
    for (var plan : COMPANY.blueprints(0)) {
      for (var gap : read(plan).gaps()) {
        assertTrue(gap.why().startsWith("The definition of platform.example.org/"), gap::toString);
      }
    }
  }

  @Test
  void theFilesOfTeamsWereCopiesAndGrowApart() {
    var before = copies(2);
    var now = copies(0);
    assertTrue(before.share() > now.share() + 0.05, before.share() + " then " + now.share());
    assertTrue(now.share() > 0.15, () -> "" + now.share());
    assertFalse(now.paths().isEmpty());
    assertTrue(now.paths().get(0).teams() >= 3, now.paths()::toString);
  }

  private static Copies copies(int wavesAgo) {
    return Landscape.of(
            COMPANY.blueprints(wavesAgo).stream()
                .map(plan -> Specimen.of(read(plan), plan.team().key()))
                .toList(),
            (service, path) -> null)
        .copies();
  }
}
