package plimsoll.readiness;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Facet;
import plimsoll.platform.Part;
import plimsoll.platform.Product;
import plimsoll.platform.Recommendation;
import plimsoll.platform.Satisfaction;
import plimsoll.platform.Voices;
import plimsoll.statistics.Interval;
import plimsoll.survey.Keying.Keyed;

/** Joins what the platform's users answer, as it may be shown, with what is recorded of it. */
final class PlatformBench {
  private static final String SATISFACTION = "K7";
  private static final String RECOMMENDATION = "K8";
  private static final double MOST_WITHOUT_BASIS = 0.40;

  /** Constructs of which only users are asked. */
  private static final List<String> USERS = List.of("USE", "K3", "K4", "K5", "K6");

  private static final Map<Facet, String> SAID =
      Map.of(Facet.VOICE, "K4", Facet.WAIT, "K5", Facet.EXIT, "K6");

  private final Case given;
  private final Map<String, Scores> scores;
  private final Release release;

  private PlatformBench(Case given, Map<String, Scores> scores, Release release) {
    this.given = given;
    this.scores = scores;
    this.release = release;
  }

  /**
   * The scores of satisfaction; it counts towards no criterion, so the survey keys it to none.
   *
   * @return empty where there is no platform or its users were not asked
   */
  static List<Scores> satisfaction(Case given) {
    if (!given.platform().exists() || !asked(given, SATISFACTION, 1, 5)) return List.of();
    var item = List.of(new Keyed(SATISFACTION, true, 1, 5));
    var alone = new plimsoll.readiness.Part(SATISFACTION, item, given.minimumGroup());
    return List.of(new Scores(alone, given.teams()));
  }

  /** Only users are asked for it, so it is not known of whom the silent are silent. */
  static boolean ofUsers(String construct) {
    return USERS.contains(construct);
  }

  /** The platform as a product; null where there is none. */
  static Product of(Case given, Map<String, Scores> scores, Release release) {
    return given.platform().exists() ? new PlatformBench(given, scores, release).product() : null;
  }

  /** Enough people of the team answered as users of the platform to be shown, so it is one. */
  static boolean uses(Case given, Release release, int team) {
    return given.platform().exists()
        && (given.platform().users().contains(given.teams().get(team).key())
            || USERS.stream().anyMatch(key -> release.team(key, team).shown()));
  }

  private Product product() {
    var said = new EnumMap<Facet, Part>(Facet.class);
    SAID.forEach((facet, key) -> said.put(facet, said(facet, key)));
    return Product.of(given.platform().name(), said, given.platform().evidence(), voices());
  }

  private Part said(Facet facet, String key) {
    var part = Part.said(facet, release.organisation(key));
    Double without = part.weighs() ? scores.get(key).noBasisShare() : null;
    return without == null || without <= MOST_WITHOUT_BASIS
        ? part
        : part.without("Too many answers were \"no basis to answer\"; 40 % at most count.");
  }

  private Voices voices() {
    var satisfied = Voices.turned(release.organisation(SATISFACTION));
    var mandated = given.platform().evidence().mandated();
    var apart = mandated == null || !satisfied.shown() ? null : apart(mandated);
    return new Voices(
        Voices.turned(release.organisation("USE")),
        Voices.turned(release.organisation("K3")),
        satisfied,
        share(satisfied),
        apart == null ? Sitting.nothing() : apart[0],
        apart == null ? Sitting.nothing() : apart[1],
        balance());
  }

  /** Share and mean together would tell too much of a few. */
  private Published share(Published satisfied) {
    if (!satisfied.shown()) return satisfied;
    var share = Satisfaction.of(points(SATISFACTION)).satisfied();
    if (Release.likeATeam(share.trials())) return Published.withheld(Withholding.TOO_FEW);
    var ends = share.wilson(0.95);
    var percent = new Interval(100 * ends.low(), 100 * ends.high());
    return release.round(100 * share.share(), percent, share.trials());
  }

  /**
   * Those who must and those who may, each a whole minimum group: who has all and one of them has
   * the other too.
   */
  private Published[] apart(Set<String> mandated) {
    var points = new HashMap<String, int[]>();
    for (var team : given.teams()) points.put(team.key(), points(SATISFACTION, team).toArray());
    var apart = Satisfaction.apart(points, mandated);
    int few = Math.min(apart.mandated().satisfied().trials(), apart.free().satisfied().trials());
    int all = apart.all().satisfied().trials();
    if (few < given.minimumGroup()) return both(Withholding.TOO_FEW);
    if (release.hardlyChanged(all)) return both(Withholding.ROSTER_CHANGED);
    return new Published[] {mean(apart.mandated()), mean(apart.free())};
  }

  private static Published[] both(Withholding reason) {
    return new Published[] {Published.withheld(reason), Published.withheld(reason)};
  }

  private Published mean(Satisfaction group) {
    int people = group.satisfied().trials();
    var ends = group.mean().interval(0.95);
    var scale = new Interval(25 * (ends.low() - 1), 25 * (ends.high() - 1)).clipped(0, 100);
    double value = 25 * (group.mean().value() - 1);
    return Release.likeATeam(people)
        ? Rounding.team(value, scale.low(), scale.high(), people)
        : release.round(value, scale, people);
  }

  /** Of few people, and after one or two joined or left, it would tell of single ones. */
  private Voices.Balance balance() {
    boolean asked = asked(given, RECOMMENDATION, 0, Recommendation.MOST);
    if (!asked) return Voices.Balance.withheld(Withholding.NO_EVIDENCE);
    int[] answers = points(RECOMMENDATION);
    if (answers.length < given.minimumGroup() || Release.likeATeam(answers.length)) {
      return Voices.Balance.withheld(Withholding.TOO_FEW);
    }
    return release.hardlyChanged(answers.length)
        ? Voices.Balance.withheld(Withholding.ROSTER_CHANGED)
        : Voices.Balance.of((Recommendation.Figure) Recommendation.of(answers));
  }

  /** The items have no key, so it is by their scale that another survey's are told apart. */
  private static boolean asked(Case given, String item, int lowest, int highest) {
    boolean block = USERS.stream().allMatch(key -> given.keying().construct(key).isPresent());
    return block
        && given.teams().stream()
            .flatMapToInt(team -> points(item, team))
            .allMatch(point -> lowest <= point && point <= highest);
  }

  private int[] points(String item) {
    return given.teams().stream().flatMapToInt(team -> points(item, team)).toArray();
  }

  private static IntStream points(String item, Case.Team team) {
    return team.sheets().stream()
        .filter(sheet -> !sheet.noBasis().contains(item))
        .map(sheet -> sheet.points().get(item))
        .filter(Objects::nonNull)
        .mapToInt(point -> point);
  }
}
