package plimsoll.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.access.Box;
import plimsoll.disclosure.Redaction;
import plimsoll.json.Json;
import plimsoll.survey.Carelessness;
import plimsoll.survey.Option;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

/**
 * What one person sent, closed until all ballots of the campaign are opened together. Whoever
 * watches the database sees which row came with which person, and that all rows are of one length.
 */
@Entity
@Table(name = "sealed_ballot")
class SealedBallot {
  private static final int TEAM_AND_SIGNS_BYTES = 1200;
  private static final int ANSWER_BYTES = 24;

  /** Also where each letter is Japanese, or a sign that JSON escapes. */
  private static final int BYTES_A_LETTER = 3;

  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  private byte[] sealed;

  protected SealedBallot() {}

  SealedBallot(UUID campaign, Content content, Box urn, int length) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.sealed = urn.close(Json.write(content).getBytes(StandardCharsets.UTF_8), length);
  }

  /**
   * What is inside.
   *
   * @param answers to closed questions, by the item's id
   * @param words the person's own, by the item's id
   * @param reviewersOnly the person wants own words read by nobody but those who review them
   */
  record Content(
      String team,
      Map<String, Object> answers,
      Map<String, String> words,
      boolean reviewersOnly,
      Carelessness signs) {

    /** The rows that it becomes; nothing in them leads from one to the other. */
    Stream<Object> rows(UUID campaign, Redaction names) {
      var remarks = words.entrySet().stream().map(own -> remark(campaign, own, names));
      return Stream.concat(Stream.of(new Ballot(campaign, team, answers, signs)), remarks);
    }

    private Object remark(UUID campaign, Map.Entry<String, String> own, Redaction names) {
      return new Remark(campaign, own.getKey(), names.of(own.getValue()), reviewersOnly);
    }
  }

  Content open(Box urn) {
    return Json.read(new String(urn.open(sealed), StandardCharsets.UTF_8), Content.class);
  }

  /** How many bytes the fullest answers to a survey may take: all are filled up to that. */
  static int length(Survey survey) {
    return TEAM_AND_SIGNS_BYTES + survey.questions().stream().mapToInt(SealedBallot::length).sum();
  }

  private static int length(Question question) {
    return question.id().length() + ANSWER_BYTES + longest(question);
  }

  private static int longest(Question question) {
    if (question instanceof Question.OpenText text) return text.longest() * BYTES_A_LETTER;
    if (question instanceof Question.SeveralOf several) return keys(several.options());
    if (question instanceof Question.Ranking ranking) return keys(ranking.options());
    return question instanceof Question.OneOf one ? keys(one.options()) : 0;
  }

  /** As many as all options' keys would take, with quotation marks and commas. */
  private static int keys(List<Option> options) {
    return options.stream().mapToInt(option -> option.key().length() + 3).sum();
  }
}
