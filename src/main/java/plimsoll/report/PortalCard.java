package plimsoll.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plimsoll.disclosure.Published;
import plimsoll.figure.Words;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.reading.Findings;
import plimsoll.reading.Reading;

/**
 * What a developer portal shows of a team or a component: no more than the pages show.
 *
 * @param version of this form; fields may be added to it, and none is taken away or renamed
 * @param entity as the portal calls it, such as "group:default/payments"
 * @param title as people call it
 * @param team key of the team whose reading this is; null for a component that nobody owns
 * @param reading the latest; null before the first
 * @param sentence what it says of the team, or why it says nothing
 * @param verdict null where the latest reading knows no such team
 * @param load infrastructure load; null likewise
 * @param criteria as the team's page shows them; empty likewise
 * @param traits of the component's production workload; empty for a group, and where no manifest
 *     was read
 * @param links to the pages behind it
 */
public record PortalCard(
    int version,
    String entity,
    String title,
    String team,
    Of reading,
    String sentence,
    Verdict verdict,
    Score load,
    List<Criterion> criteria,
    List<Trait> traits,
    Links links) {
  static final int VERSION = 1;

  /** Which reading it is. */
  public record Of(UUID id, Instant takenAt, Instant from, Instant to, String methodEdition) {

    static Of of(Reading reading, Findings findings) {
      return new Of(
          reading.id(),
          reading.takenAt(),
          findings.cut().from(),
          findings.cut().to(),
          findings.cut().methodEdition());
    }
  }

  /**
   * The team's verdict.
   *
   * @param kind such as "STANDARDISE"; "UNCLEAR" where scores are withheld or too little is known
   * @param title the same in words
   * @param probability that it is the right one by the method, 0 to 1
   */
  public record Verdict(String kind, String title, double probability) {}

  /**
   * A score as it may be shown.
   *
   * @param value 0 to 100, higher is more need or load; null when withheld
   * @param low lower end of the 95 % interval; null when withheld
   * @param high upper end; null when withheld
   * @param people a band such as "5–7"; null when withheld, or when records stand behind it
   * @param words the same in words, or why it is withheld
   */
  public record Score(Double value, Double low, Double high, String people, String words) {

    static Score of(Published one) {
      return new Score(one.value(), one.low(), one.high(), one.people(), Words.teamScore(one));
    }
  }

  /** One criterion. */
  public record Criterion(String id, String title, Score score) {

    static Criterion of(CriterionResult one) {
      return new Criterion(one.criterion().name(), one.criterion().title(), Score.of(one.joined()));
    }
  }

  /**
   * One trait of a production-grade workload.
   *
   * @param answer "YES", "NO", "UNKNOWN" or "NOT_APPLICABLE"
   * @param where the file and line, or the object, that tells; null when nothing does
   */
  public record Trait(String id, String title, String answer, String why, String where) {}

  /**
   * Addresses of pages for people.
   *
   * @param page of the team in this reading; null where there is none
   * @param service of the component; null for a group
   */
  public record Links(String page, String service, String readiness, String method) {}

  /** The part that the reading gives; null where it knows no such team. */
  static Verdict verdict(TeamResult team) {
    return team == null
        ? null
        : new Verdict(
            team.verdict().kind().name(),
            team.verdict().kind().title(),
            team.verdict().probability());
  }
}
