package plimsoll.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import plimsoll.access.Box;
import plimsoll.response.Envelope;
import plimsoll.survey.Answer;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

/** Puts sealed answers straight into the database, as many submissions would have left them. */
final class Ballots {
  private static final int BATCH = 1000;
  private static final double NO_BASIS = 0.08;
  private final Random random = new Random(20261123);
  private final Survey survey;

  Ballots(Survey survey) {
    this.survey = survey;
  }

  /**
   * @param most of each team that answer
   * @return how many answered
   */
  int cast(Connection database, UUID campaign, Box urn, int most) throws SQLException {
    database.setAutoCommit(false);
    int cast = 0;
    try (var seats =
            database.prepareStatement("select id, team_key from invitation where campaign_id = ?");
        var mark =
            database.prepareStatement("update invitation set submitted = true where id = ?");
        var store =
            database.prepareStatement(
                "insert into sealed_ballot (id, campaign_id, sealed) values (?, ?, ?)")) {
      seats.setObject(1, campaign);
      var answered = new HashMap<String, Integer>();
      try (var rows = seats.executeQuery()) {
        while (rows.next()) {
          String team = rows.getString(2);
          if (answered.merge(team, 1, Integer::sum) > most) continue;
          mark.setObject(1, rows.getObject(1));
          mark.addBatch();
          store.setObject(1, UUID.randomUUID());
          store.setObject(2, campaign);
          store.setBytes(3, Envelope.of(survey, team, answers(team), urn));
          store.addBatch();
          cast++;
          if (cast % BATCH == 0) {
            mark.executeBatch();
            store.executeBatch();
          }
        }
      }
      mark.executeBatch();
      store.executeBatch();
    }
    database.commit();
    return cast;
  }

  /** Around a mean that the team has for good. */
  private Map<String, Object> answers(String team) {
    double need = 0.2 + 0.6 * new Random(team.hashCode()).nextDouble();
    var answers = new LinkedHashMap<String, Object>();
    for (var question : survey.questions()) {
      if (question instanceof Question.YesNo) answers.put(question.id(), true);
      if (question instanceof Question.Rating rating)
        answers.put(rating.id(), answer(rating, need));
    }
    return answers;
  }

  private Object answer(Question.Rating rating, double need) {
    if (random.nextDouble() < NO_BASIS) return Answer.NO_BASIS;
    double share = Math.max(0, Math.min(1, need + random.nextGaussian() * 0.2));
    if (rating.direction() == Question.Direction.LESS_NEED) share = 1 - share;
    int steps = rating.scale().highest() - rating.scale().lowest();
    return rating.scale().lowest() + (int) Math.round(share * steps);
  }
}
