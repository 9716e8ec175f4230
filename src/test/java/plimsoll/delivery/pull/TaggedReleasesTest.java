package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.Corpora;
import plimsoll.delivery.pull.TaggedReleases.Commit;
import plimsoll.delivery.pull.TaggedReleases.Release;
import plimsoll.delivery.pull.TaggedReleases.Tag;

class TaggedReleasesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"git-cdviz-collector", "git-microservices-demo", "git-platform-ref-aws"})
  void releasesOfRealProjectsAreTheExpectedOnes(String project) throws IOException {
    var folder = Corpora.file("dora-histories/" + project);
    var releases = releases(folder);
    var expected = rows(folder.resolve("expected-per-release.csv"));
    assertEquals(expected.size(), releases.size());
    for (int i = 0; i < expected.size(); i++) {
      same(expected.get(i), releases.get(i));
    }
    var all = releases.stream().flatMapToLong(TaggedReleasesTest::leadSeconds).sorted().toArray();
    var summary = new ObjectMapper().readTree(folder.resolve("expected-summary.json").toFile());
    assertEquals(summary.path("commits_with_lead").asInt(), all.length);
    assertEquals(summary.path("median_lead_seconds_all").asDouble(), median(all), 0.001);
  }

  private static void same(CSVRecord expected, Release release) {
    var tag = expected.get("tag");
    var leads = leadSeconds(release).sorted().toArray();
    assertEquals(tag, release.tag().name());
    assertEquals(Integer.parseInt(expected.get("new_commits")), release.brought().size(), tag);
    assertEquals(Integer.parseInt(expected.get("new_non_merge_commits")), leads.length, tag);
    if (leads.length > 0) {
      var median = Double.parseDouble(expected.get("median_lead_seconds_author"));
      assertEquals(median, median(leads), 0.001, tag);
      var longest = Long.parseLong(expected.get("max_lead_seconds_author"));
      assertEquals(longest, leads[leads.length - 1], tag);
    }
  }

  @Test
  void backportBringsOnlyWhatNoEarlierTagReaches() {
    // 1 - 2 - 4 (v2), and 1 - 3 (v1.1), which was tagged after v2.
    var commits =
        Map.of(
            "1", commit("1"),
            "2", commit("2", "1"),
            "3", commit("3", "1"),
            "4", commit("4", "2"));
    var tags =
        List.of(
            new Tag("v1.1", "3", NOON.plusSeconds(2)),
            new Tag("v1", "1", NOON),
            new Tag("v2", "4", NOON.plusSeconds(1)));
    var releases = new TaggedReleases(tags, commits::get);
    assertEquals("v1 1", words(releases.next()));
    assertEquals("v2 4 2", words(releases.next()));
    assertEquals("v1.1 3", words(releases.next()));
    assertFalse(releases.hasNext());
  }

  @Test
  void ofTwoTagsOfOneTimeAndCommitTheFirstByNameBringsIt() {
    var releases =
        new TaggedReleases(
            List.of(new Tag("b", "1", NOON), new Tag("a", "1", NOON)), id -> commit(id));
    assertEquals("a 1", words(releases.next()));
    assertEquals("b", words(releases.next()));
  }

  @Test
  void mergeIsBroughtButHasNoLeadTime() {
    var commits = Map.of("1", commit("1"), "2", commit("2"), "3", commit("3", "1", "2"));
    var release = new TaggedReleases(List.of(new Tag("v1", "3", NOON)), commits::get).next();
    assertEquals(3, release.brought().size());
    assertEquals(2, release.work().size());
  }

  @Test
  void whatAShallowCopyLacksIsLeftOut() {
    var commits = Map.of("2", commit("2", "1"));
    assertEquals(
        "v1 2", words(new TaggedReleases(List.of(new Tag("v1", "2", NOON)), commits::get).next()));
  }

  @Test
  void hundredThousandCommitsInALineAreOneRelease() {
    var commits = new HashMap<String, Commit>();
    for (int i = 1; i <= 100_000; i++) {
      commits.put("" + i, i == 1 ? commit("1") : commit("" + i, "" + (i - 1)));
    }
    var release = new TaggedReleases(List.of(new Tag("v1", "100000", NOON)), commits::get).next();
    assertEquals(100_000, release.brought().size());
  }

  private static Commit commit(String id, String... parents) {
    return new Commit(id, List.of(parents), NOON, null);
  }

  private static String words(Release release) {
    var words = new ArrayList<>(List.of(release.tag().name()));
    release.brought().forEach(one -> words.add(one.id()));
    return String.join(" ", words);
  }

  private static List<Release> releases(Path folder) throws IOException {
    var commits = new HashMap<String, Commit>();
    for (var row : rows(folder.resolve("commits.csv"))) {
      var parents = Arrays.stream(row.get("parents").split(" ")).filter(one -> !one.isEmpty());
      commits.put(
          row.get("sha"),
          new Commit(row.get("sha"), parents.toList(), at(row.get("author_time")), null));
    }
    var tags = new ArrayList<Tag>();
    for (var row : rows(folder.resolve("tags.csv"))) {
      tags.add(new Tag(row.get("tag"), row.get("sha"), at(row.get("tag_time"))));
    }
    var releases = new ArrayList<Release>();
    new TaggedReleases(tags, commits::get).forEachRemaining(releases::add);
    return releases;
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(java.nio.file.Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static LongStream leadSeconds(Release release) {
    return release.work().stream()
        .mapToLong(one -> Duration.between(one.authoredAt(), release.tag().at()).toSeconds());
  }

  private static double median(long[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
