package plimsoll.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plimsoll.reading.Reading;
import plimsoll.roadmap.Bet;
import plimsoll.roadmap.Outcome;
import plimsoll.roadmap.Verification;

/** Holds what was accepted against the readings. */
@ApplicationScoped
public class Checks {
  private static final long SEED = 1;

  @Inject Series series;

  /** By the key of the initiative, of those that promise something, as of a reading. */
  Map<String, Check> of(
      Reading reading, Collection<Decision> decisions, List<Conclusion> conclusions) {
    var checks = new HashMap<String, Check>();
    for (var decision : decisions) {
      if (decision.checkOn() != null) {
        checks.put(decision.initiative(), check(reading, decision, conclusions));
      }
    }
    return checks;
  }

  Outcome outcome(Reading reading, Decision decision, Bet bet) {
    var waves = series.of(bet.criterion(), decision.acceptedFrom(), reading);
    return Verification.of(bet, waves, SEED);
  }

  private Check check(Reading reading, Decision decision, List<Conclusion> all) {
    var conclusions = all.stream().filter(one -> one.of(decision)).toList();
    var bet = bet(decision, conclusions);
    return Check.of(bet, outcome(reading, decision, bet), decision.inUse(), conclusions);
  }

  /** Who goes on may set a further check, in advance again. */
  static Bet bet(Decision decision, List<Conclusion> conclusions) {
    var accepted = decision.accepted();
    return new Bet(
        accepted.criterion(),
        accepted.teams(),
        decision.acceptedOn(),
        decision.smallestEffect(),
        conclusions.stream()
            .map(Conclusion::checkOn)
            .filter(Objects::nonNull)
            .reduce(decision.checkOn(), Checks::later));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return other.isAfter(one) ? other : one;
  }
}
