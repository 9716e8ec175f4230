package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

/** Counts how often something held, and prints it as a row of the table in docs/method.md. */
final class Tally {
  private int held;
  private int tried;

  void count(boolean holds) {
    if (holds) held++;
    tried++;
  }

  int tried() {
    return tried;
  }

  double share() {
    return (double) held / tried;
  }

  void print(String what) {
    System.out.printf(Locale.ROOT, "| %s | %.1f %% of %d |%n", what, 100 * share(), tried);
  }

  void within(double low, double high) {
    assertTrue(share() >= low && share() <= high, () -> share() + " is not " + low + " to " + high);
  }
}
