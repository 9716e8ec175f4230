package plimsoll.readiness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Product;

/**
 * A case with all that is computed from it once, for the organisation, each group and each team.
 */
final class Sitting {

  /** The criteria that are scores, in the order of the table. */
  static final List<Criterion> SCORED =
      List.of(
          Criterion.D1,
          Criterion.D2,
          Criterion.D3,
          Criterion.D4,
          Criterion.P2,
          Criterion.P3,
          Criterion.P4);

  final Case given;
  final Tree tree;
  final Map<String, Scores> scores = new LinkedHashMap<>();
  final Release release;
  final Records records;
  final Patterns patterns;

  /** The platform as a product; null where there is none. */
  final Product platform;

  Sitting(Case given) {
    this.given = given;
    this.tree = new Tree(given);
    for (Part part : Part.of(given.keying(), given.minimumGroup())) {
      scores.put(part.key(), new Scores(part, given.teams()));
    }
    var all = new ArrayList<>(scores.values());
    all.addAll(PlatformBench.satisfaction(given));
    this.release = new Release(given, tree, all);
    this.platform = PlatformBench.of(given, scores, release);
    this.records = new Records(given);
    this.patterns = Patterns.of(given);
  }

  int invited() {
    return given.teams().stream().mapToInt(Case.Team::size).sum();
  }

  int answered() {
    return given.teams().stream().mapToInt(team -> team.sheets().size()).sum();
  }

  /** How many answered, as it may be shown; null when only the band may. */
  Integer counted() {
    var teams =
        given.teams().stream()
            .map(team -> new Rounding.Heard(team.size(), team.sheets().size()))
            .toList();
    return Rounding.counted(teams, given.minimumGroup());
  }

  /** The same as a band; one team alone is told of as a team, and null is withheld. */
  String response() {
    long asked = given.teams().stream().filter(team -> team.size() > 0).count();
    return asked == 1
        ? Rounding.teamResponse(answered(), invited(), given.minimumGroup())
        : Rounding.response(answered(), invited());
  }

  /** "18 of 40 people answered", or a band of them; only where a minimum group did. */
  String turnout() {
    String number = counted() == null ? response() : counted().toString();
    return number + " of " + Words.count(invited(), "person", "people") + " answered";
  }

  boolean enoughAnswered() {
    return answered() >= given.minimumGroup();
  }

  boolean anythingAsked() {
    return !given.keying().constructs().isEmpty();
  }

  int careless() {
    return (int)
        given.teams().stream().flatMap(t -> t.sheets().stream()).filter(s -> s.careless()).count();
  }

  static Published nothing() {
    return Published.withheld(Withholding.NO_EVIDENCE);
  }
}
