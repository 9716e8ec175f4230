package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plimsoll.platform.ServiceLevel.Attainment;

class ServiceLevelTest {

  @Test
  void thirtyDaysAt995LeaveThreeHoursAndAHalf() {
    double minutes = 30 * 24 * 60;
    var level = new ServiceLevel("databases", 0.995, minutes - 90, minutes);
    assertEquals(216, level.allowed(), 1e-9);
    assertEquals(90, level.bad(), 1e-9);
    assertEquals(0.4167, level.budgetUsed(), 5e-5);
    assertEquals(Attainment.MET, level.attainment());
  }

  @ParameterizedTest
  @MethodSource
  void aPromiseIsKeptToTheLastEvent(double target, double good, double total, Attainment is) {
    assertEquals(is, new ServiceLevel("x", target, good, total).attainment());
  }

  static Stream<Arguments> aPromiseIsKeptToTheLastEvent() {
    return Stream.of(
        arguments(0.9, 45, 50, Attainment.MET), // 1 − 0.9 is a little less than 0.1
        arguments(0.9, 44, 50, Attainment.MISSED),
        arguments(0.9, 45, 49, Attainment.TOO_FEW),
        arguments(0.99, 990, 1000, Attainment.MET),
        arguments(0.99, 989, 1000, Attainment.MISSED),
        arguments(0.99, 0, 499, Attainment.TOO_FEW),
        arguments(0.5, 0, 0, Attainment.TOO_FEW));
  }

  @Test
  void anOverdrawnBudgetIsMoreThanOne() {
    assertEquals(2, new ServiceLevel("x", 0.9, 80, 100).budgetUsed(), 1e-9);
    assertEquals(0, new ServiceLevel("x", 0.9, 100, 100).budgetUsed());
  }

  @Test
  void ofNothingNoBudgetIsUsed() {
    assertNull(new ServiceLevel("x", 0.9, 0, 0).budgetUsed());
  }

  @Test
  void aTargetOfEverythingOrNothingIsRefused() {
    for (double wrong : new double[] {1, 0, -0.1, 1.1, Double.NaN}) {
      assertThrows(BadRecord.class, () -> new ServiceLevel("x", wrong, 1, 1));
    }
  }

  @Test
  void moreGoodThanAllIsRefused() {
    double[][] wrong = {{2, 1}, {-1, 1}, {0, -1}, {Double.NaN, 1}, {1, Double.NaN}, {1, 1 / 0.0}};
    for (double[] each : wrong) {
      assertThrows(BadRecord.class, () -> new ServiceLevel("x", 0.9, each[0], each[1]));
    }
  }
}
