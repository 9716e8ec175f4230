package plimsoll.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import plimsoll.json.Json;
import plimsoll.survey.Answer;
import plimsoll.survey.Answers;
import plimsoll.survey.Carelessness;
import plimsoll.survey.Sheet;
import plimsoll.survey.Survey;

/** One person's closed answers: no person, no link, no time. */
@Entity
@Table(name = "ballot")
class Ballot {
  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  @Column(name = "team_key")
  private String team;

  private String answers;

  @Column(name = "long_string")
  private boolean longString;

  @Column(name = "no_variation")
  private boolean noVariation;

  @Column(name = "pairs_clash")
  private boolean pairsClash;

  protected Ballot() {}

  Ballot(UUID campaign, String team, Map<String, ?> answers, Carelessness signs) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.team = team;
    // The order in which somebody saw the questions would lead to her link.
    this.answers = Json.write(new TreeMap<>(answers));
    this.longString = signs.longString();
    this.noVariation = signs.noVariation();
    this.pairsClash = signs.pairsClash();
  }

  String answers() {
    return answers;
  }

  Sheet sheet(Survey survey) {
    boolean careless = new Carelessness(longString, noVariation, pairsClash).careless();
    return read(survey).sheet(careless);
  }

  Map<String, Answer> given(Survey survey) {
    return read(survey).given();
  }

  private Answers read(Survey survey) {
    return Answers.of(survey, Json.read(answers, Stored.class));
  }

  String team() {
    return team;
  }

  /** Answers as they are kept, by the item's id. */
  static class Stored extends java.util.LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;
  }
}
