package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import plimsoll.survey.Carelessness;

/** Nothing about a row tells when it came: rows are read by their ids, and these are random. */
class ArrivalTest {
  private static final int ROUNDS = 400;
  private static final int PEOPLE = 12;

  @Test
  void theOrderOfRowsTellsNothingOfTheOrderOfAnswers() throws Exception {
    var signs = new Carelessness(false, false, false);
    var id = Ballot.class.getDeclaredField("id");
    id.setAccessible(true);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var ids =
          IntStream.range(0, PEOPLE)
              .mapToObj(i -> new Ballot(new UUID(0, 1), "team", Map.of(), signs))
              .map(ballot -> read(id::get, ballot))
              .toList();
      ids.forEach(each -> assertEquals(4, each.version(), "random, and without a clock"));
      sum += kendall(ids);
    }
    double mean = sum / ROUNDS;
    assertTrue(Math.abs(mean) < 0.05, "mean τ is " + mean);
  }

  /** As the database orders them: by their bytes. */
  private static double kendall(List<UUID> ids) {
    var order = Comparator.comparing(UUID::toString);
    double[] place = new double[ids.size()];
    double[] arrival = new double[ids.size()];
    var sorted = ids.stream().sorted(order).toList();
    for (int i = 0; i < place.length; i++) {
      arrival[i] = i;
      place[i] = sorted.indexOf(ids.get(i));
    }
    return new KendallsCorrelation().correlation(arrival, place);
  }

  private interface Field {
    Object of(Object row) throws IllegalAccessException;
  }

  private static UUID read(Field field, Object row) {
    try {
      return (UUID) field.of(row);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
