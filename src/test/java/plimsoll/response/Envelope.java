package plimsoll.response;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import plimsoll.access.Box;
import plimsoll.json.Json;
import plimsoll.survey.Carelessness;
import plimsoll.survey.Survey;

/** Seals answers as the service does, for those who put in many at once. */
public final class Envelope {
  private static final Carelessness CAREFUL = new Carelessness(false, false, false);

  private Envelope() {}

  /**
   * What a row of {@code sealed_ballot} holds.
   *
   * @param answers by the item's id
   */
  public static byte[] of(Survey survey, String team, Map<String, Object> answers, Box urn) {
    var content = new SealedBallot.Content(team, answers, Map.of(), false, CAREFUL);
    return urn.close(
        Json.write(content).getBytes(StandardCharsets.UTF_8), SealedBallot.length(survey));
  }
}
