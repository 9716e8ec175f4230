package plimsoll.workload;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;

/**
 * How much is known of a service.
 *
 * @param team null when nobody owns it
 * @param files how many are there, by their origin
 * @param readAt when they were read last; null when they never were
 * @param known of how many features the value is known
 * @param features how many there are
 * @param gaps how many places were not understood
 */
public record Known(
    String service,
    String name,
    String team,
    Map<String, Long> files,
    Instant readAt,
    int known,
    int features,
    int gaps) {

  private static final String UNKNOWN = "We can't tell yet";

  /** All of its files together. */
  public long fileCount() {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Everything that is known of a service, and where it was read.
   *
   * @param next what would tell more, one sentence each; empty when each group of features is known
   */
  public record Sheet(
      Known known,
      List<Choice> choices,
      List<TraitRow> traits,
      List<Part> implementations,
      List<Profile.Gap> gaps,
      List<WorkloadFiles.Listed> files,
      List<String> next) {}

  /**
   * A feature.
   *
   * @param value null when it is not known; then there is no evidence
   */
  public record Choice(
      Feature feature, Feature.Group group, String title, String value, Evidence evidence) {
    /** The value, as it goes into a table. */
    public String inWords() {
      if (value == null) return UNKNOWN;
      return value.equals("true") ? "yes" : value.equals("false") ? "no" : value;
    }

    static List<Choice> of(Profile profile) {
      return Arrays.stream(Feature.values())
          .map(feature -> of(feature, profile.choices().get(feature)))
          .toList();
    }

    private static Choice of(Feature feature, Chosen chosen) {
      return new Choice(
          feature,
          feature.group(),
          feature.title(),
          chosen == null ? null : chosen.value(),
          chosen == null ? null : chosen.evidence());
    }
  }

  /**
   * A production-grade trait.
   *
   * @param evidence null where nothing tells of it
   */
  public record TraitRow(
      Trait trait, String title, boolean gold, Answer answer, Evidence evidence, String why) {
    /** The answer, as it goes into a table. */
    public String inWords() {
      return switch (answer) {
        case YES -> "yes";
        case NO -> "no";
        case UNKNOWN -> UNKNOWN;
        case NOT_APPLICABLE -> "not asked of it";
      };
    }

    static List<TraitRow> of(Profile profile) {
      return Arrays.stream(Trait.values())
          .map(trait -> of(trait, profile.traits().get(trait)))
          .toList();
    }

    private static TraitRow of(Trait trait, Finding found) {
      return found == null
          ? new TraitRow(
              trait, trait.title(), trait.gold(), Answer.UNKNOWN, null, "Nothing read tells of it.")
          : new TraitRow(
              trait, trait.title(), trait.gold(), found.answer(), found.evidence(), found.why());
    }
  }

  /**
   * How it fills a slot.
   *
   * @param source null when the service has its own
   */
  public record Part(String title, String source, Evidence evidence) {
    static List<Part> of(Profile profile) {
      return profile.implementations().stream()
          .map(one -> new Part(one.slot().title(), one.source(), one.evidence()))
          .toList();
    }
  }
}
