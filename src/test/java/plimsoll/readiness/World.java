package plimsoll.readiness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import plimsoll.statistics.Chance;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

/**
 * An organisation whose truth is known, to try the method on: normal traits of teams and people,
 * answers cut at 20, 40, 60 and 80, records with a bias of their own.
 */
final class World {
  private static final double BETWEEN_TEAMS = 12;
  private static final double BETWEEN_PEOPLE = 18;
  private static final double ITEM_NOISE = 14;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Where the criteria lie: clearly on a side, around the cut, or near what calls to build. */
  enum Kind {
    EASY,
    HARD,
    NEAR_BUILD
  }

  final Chance chance;
  final int[] rosters;
  final double response;
  final double recordBias;
  final boolean diverging;
  final Map<Criterion, double[]> traits = new EnumMap<>(Criterion.class);

  /** How much less, in log odds for a point of load, people answer who carry more than 50. */
  double silence;

  /** Share of people who tick anything and are not found out. */
  double careless;

  /**
   * Where a felt need turns into the next answer; other than even cuts skew or polarise answers.
   */
  double[] cuts = {20, 40, 60, 80};

  /** Share of answers "no basis" of those who feel a need of 50. */
  double noBasis;

  /** How much more, in log odds for a point of need, those say "no basis" who feel more. */
  double noBasisSlope;

  /** Share of hits that come in too late to be counted. */
  double late;

  /** Share of records that count twice. */
  double twice;

  /** How far people miss each criterion, in points; empty where they say what is true. */
  final Map<Criterion, Double> slant = new EnumMap<>(Criterion.class);

  /**
   * @param recordBias standard deviation of how far records miss a criterion, in points
   */
  World(Chance chance, int teams, Kind kind, double recordBias) {
    this.chance = chance;
    this.rosters = new int[teams];
    for (int j = 0; j < teams; j++) rosters[j] = 5 + chance.below(10);
    this.response = 0.75;
    this.recordBias = recordBias;
    this.diverging = kind == Kind.NEAR_BUILD || chance.uniform() < 0.6;
    for (Criterion each : Sitting.SCORED) traits.put(each, traits(teams, middle(each, kind)));
  }

  /** What the score of a team tends to with ever more people. */
  double truth(Criterion criterion, int team) {
    double sd = Math.hypot(BETWEEN_PEOPLE, ITEM_NOISE);
    double score = 0;
    for (double cut : cuts) {
      score += 25 * NORMAL.cumulativeProbability((traits.get(criterion)[team] - cut) / sd);
    }
    return score;
  }

  double truth(Criterion criterion) {
    double sum = 0;
    double people = 0;
    for (int j = 0; j < rosters.length; j++) {
      sum += rosters[j] * truth(criterion, j);
      people += rosters[j];
    }
    return sum / people;
  }

  /** The verdict that the table gives on what is true. */
  Verdict.Kind verdict() {
    if (met(Worlds.DEVOPS) >= 2) return Verdict.Kind.START_WITH_DEVOPS;
    if (rosters.length < 3 || !diverging) return Verdict.Kind.STANDARDISE;
    return met(Worlds.NEED) >= 2 ? Verdict.Kind.BUILD_PLATFORM_TEAM : Verdict.Kind.STANDARDISE;
  }

  /** One wave of answers and records; another call is another wave of the same organisation. */
  Cases wave() {
    var cases = new Cases();
    cases.seed = 17;
    double[] within = new double[rosters.length];
    for (int j = 0; j < rosters.length; j++) {
      cases.add("t" + (char) ('a' + j), rosters[j], sheets(j));
      within[j] = 0.1;
    }
    var patterns = Cases.patterns(diverging ? 0.2 : 0.02, within);
    var renamed = new HashMap<String, Double>();
    patterns.within().forEach((key, value) -> renamed.put("t" + key, value));
    cases.patterns =
        new PatternEvidence(
            renamed, patterns.between(), patterns.divergence(), Map.of(), patterns.leftOut());
    if (recordBias >= 0) addRecords(cases);
    return cases;
  }

  private void addRecords(Cases cases) {
    for (Criterion each : List.of(Criterion.D2, Criterion.D3, Criterion.D4, Criterion.P2)) {
      double bias = recordBias * chance.normal();
      for (int j = 0; j < rosters.length; j++) {
        double share = Math.max(0, Math.min(1, (truth(each, j) + bias) / 100));
        int trials = 20 + chance.below(180);
        int hits = 0;
        for (int i = 0; i < trials; i++) if (chance.uniform() < share) hits++;
        if (late > 0 || twice > 0) cases.records.add(marred(j, each, hits, trials));
        else cases.records.add(Recorded.of("t" + (char) ('a' + j), each, hits, trials));
      }
    }
  }

  /** Hits that are late are lost with their trial; those that count twice do so with theirs. */
  private Recorded marred(int team, Criterion criterion, int hits, int trials) {
    int lost = 0;
    int more = 0;
    for (int i = 0; i < hits; i++) {
      if (chance.uniform() < late) lost++;
      else if (chance.uniform() < twice) more++;
    }
    return Recorded.of(
        "t" + (char) ('a' + team), criterion, hits - lost + more, trials - lost + more);
  }

  private List<Sheet> sheets(int team) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < rosters[team]; i++) {
      double load = silence == 0 ? Double.NaN : person(Criterion.P4, team);
      if (chance.uniform() < answering(load)) sheets.add(sheet(team, load));
    }
    return sheets;
  }

  private double person(Criterion criterion, int team) {
    double felt = traits.get(criterion)[team] + slant.getOrDefault(criterion, 0.0);
    return felt + BETWEEN_PEOPLE * chance.normal();
  }

  private double answering(double load) {
    if (silence == 0) return response;
    double odds = response / (1 - response) * Math.exp(-silence * (load - 50));
    return odds / (1 + odds);
  }

  private Sheet sheet(int team, double load) {
    return careless > 0 && chance.uniform() < careless ? ticked() : answered(team, load);
  }

  private Sheet ticked() {
    var points = new HashMap<String, Integer>();
    for (Criterion criterion : Sitting.SCORED) {
      var construct = Cases.KEYING.construct(criterion.construct()).orElseThrow();
      construct.items().forEach(item -> points.put(item.item(), 1 + chance.below(5)));
    }
    return new Sheet(points, Set.of());
  }

  private Sheet answered(int team, double load) {
    var points = new HashMap<String, Integer>();
    var without = new HashSet<String>();
    for (Criterion criterion : Sitting.SCORED) {
      boolean known = criterion == Criterion.P4 && !Double.isNaN(load);
      double person = known ? load : person(criterion, team);
      var construct = Cases.KEYING.construct(criterion.construct()).orElseThrow();
      for (Keyed item : construct.items()) {
        double felt = person + ITEM_NOISE * chance.normal();
        int up = 1;
        for (double cut : cuts) if (felt > cut) up++;
        if (noBasis > 0 && chance.uniform() < withoutBasis(felt)) without.add(item.item());
        else points.put(item.item(), item.reversed() ? 6 - up : up);
      }
    }
    return new Sheet(points, without);
  }

  private double withoutBasis(double felt) {
    double odds = noBasis / (1 - noBasis) * Math.exp(noBasisSlope * (felt - 50));
    return odds / (1 + odds);
  }

  private int met(List<Criterion> among) {
    return (int) among.stream().filter(c -> truth(c) >= 50).count();
  }

  private double middle(Criterion criterion, Kind kind) {
    boolean practice = Worlds.DEVOPS.contains(criterion);
    return switch (kind) {
      case EASY -> chance.uniform() < (practice ? 0.7 : 0.3) ? 35 : 64;
      case HARD -> 50 + 8 * chance.normal();
      case NEAR_BUILD -> (practice ? 38 : 60) + 8 * chance.normal();
    };
  }

  private double[] traits(int teams, double middle) {
    double[] all = new double[teams];
    for (int j = 0; j < teams; j++) all[j] = middle + BETWEEN_TEAMS * chance.normal();
    return all;
  }
}
