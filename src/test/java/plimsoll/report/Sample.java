package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.disclosure.Distribution;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Evidence;
import plimsoll.platform.Facet;
import plimsoll.platform.Part;
import plimsoll.platform.Practice;
import plimsoll.platform.Product;
import plimsoll.platform.Voices;
import plimsoll.product.RoadmapView;
import plimsoll.product.SomeDecisions;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Readiness.Unknown;
import plimsoll.readiness.Verdict;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.readiness.WaveChange;
import plimsoll.reading.Findings;
import plimsoll.reading.ItemResult;
import plimsoll.roadmap.Initiative;
import plimsoll.roadmap.Initiative.Range;
import plimsoll.statistics.Proportion;

/** A reading made by hand, with a team that tries to run a script and one with a Japanese name. */
final class Sample {
  static final String SCRIPT = "<script>alert(1)</script>";
  static final String JAPANESE = "決済チーム";
  static final UUID READING = UUID.fromString("6f1c2a52-8f0e-4a71-9a51-1f0f6f7a9b01");
  static final Instant TAKEN = Instant.parse("2026-10-02T09:30:00Z");

  private Sample() {}

  static Findings findings() {
    return new Findings(
        cut(), readiness(), null, null, null, initiatives(), changes(), items(), trend(), null);
  }

  private static List<WaveChange> changes() {
    return List.of(
        new WaveChange(
            Criterion.D2,
            shown(51, 45, 57, "98"),
            shown(35, 29, 41, "104"),
            -16,
            -25,
            -8,
            0.01,
            true),
        new WaveChange(
            Criterion.P2,
            shown(63, 57, 69, "98"),
            shown(66, 60, 72, "104"),
            3,
            -6,
            12,
            0.57,
            false));
  }

  /** Nobody decided anything. */
  static RoadmapView proposals() {
    return SomeDecisions.none(READING, TAKEN, initiatives());
  }

  /** Some of everything, with words that try to be markup. */
  static RoadmapView decisions() {
    return SomeDecisions.some(READING, TAKEN, initiatives());
  }

  static Readiness readiness() {
    return new Readiness(
        "2026.1",
        verdict(),
        new Axes(shown(61, 55, 67, "104"), shown(64, 58, 70, "104")),
        shown(63, 57, 69, "104"),
        criteria("104", 0),
        List.of(),
        teams(),
        groups(),
        null,
        List.of(
            new Unknown(
                "Who takes part in incidents: 4 were recorded, 10 are needed.",
                "Send incidents with their responders to /api/v1/deliveries/plimsoll."),
            new Unknown(
                "Team \"search\": fewer than 5 answered.",
                "Name a cluster for small teams before the next wave.")),
        139,
        104,
        "50–79 %",
        null,
        platform());
  }

  /** Seen while nothing could read claims. */
  private static Product platform() {
    var said = new EnumMap<Facet, Part>(Facet.class);
    said.put(Facet.VOICE, Part.said(Facet.VOICE, shown(42, 35, 50, "61")));
    said.put(Facet.EXIT, Part.said(Facet.EXIT, shown(30, 22, 38, "58")));
    said.put(Facet.WAIT, Part.said(Facet.WAIT, shown(55, 47, 63, "61")));
    var evidence = new Evidence(null, new Proportion(12, 80), Practice.unknown(), null);
    var none = Voices.none();
    var voices =
        new Voices(
            shown(61, 55, 67, "60"),
            shown(80, 74, 86, "60"),
            shown(58, 50, 66, "59"),
            shown(54, 41, 66, "59"),
            none.mandated(),
            none.free(),
            new Voices.Balance(-12.0, -36.0, 13.0, 57, null));
    return Product.of("Harbour", said, evidence, voices);
  }

  private static Verdict verdict() {
    var probabilities = new EnumMap<Kind, Double>(Kind.class);
    probabilities.put(Kind.BUILD_PLATFORM_TEAM, 0.86);
    probabilities.put(Kind.STANDARDISE, 0.12);
    probabilities.put(Kind.START_WITH_DEVOPS, 0.02);
    return new Verdict(
        Kind.BUILD_PLATFORM_TEAM,
        null,
        0.86,
        probabilities,
        5,
        List.of(
            "Three teams have steady patterns and they have drifted apart.",
            "Infrastructure knowledge holds up feature work in 7 of 9 teams."),
        List.of(
            new Flip("P2", 66, 49, 2.3, Kind.STANDARDISE),
            new Flip("D4", 41, 50, 1.2, Kind.START_WITH_DEVOPS)),
        0.74,
        List.of("Answers from the teams payments and search."),
        Kind.STANDARDISE);
  }

  static List<CriterionResult> criteria(String people, double shift) {
    return List.of(
        result(Criterion.D1, shown(38 + shift, 32, 44, people), none(), 0.04, false, null),
        result(
            Criterion.D2,
            shown(35 + shift, 29, 41, people),
            shown(71, 64, 78, null),
            0.55,
            true,
            null),
        result(Criterion.D3, shown(44 + shift, 38, 50, people), none(), 0.18, false, null),
        result(
            Criterion.D4,
            shown(41 + shift, 36, 46, people),
            shown(38, 30, 46, null),
            0.07,
            false,
            null),
        result(Criterion.P1, none(), none(), null, false, "12 teams own production services."),
        result(
            Criterion.P2,
            shown(66 + shift, 60, 72, people),
            shown(58, 50, 66, null),
            0.97,
            false,
            null),
        result(Criterion.P3, shown(62 + shift, 56, 68, people), none(), 0.93, false, null),
        result(Criterion.P4, shown(63 + shift, 57, 69, people), none(), 0.95, false, null),
        result(Criterion.R1, none(), none(), null, false, "4 of 12 teams have one steady pattern."),
        result(
            Criterion.R2,
            none(),
            none(),
            null,
            false,
            "They differ by 0.18 more between teams than within."));
  }

  private static CriterionResult result(
      Criterion criterion,
      Published said,
      Published recorded,
      Double probability,
      boolean apart,
      String fact) {
    var joined = said.shown() ? said : recorded;
    return new CriterionResult(criterion, said, recorded, joined, probability, apart, fact);
  }

  private static List<TeamResult> teams() {
    var teams = new ArrayList<TeamResult>();
    teams.add(team("accounts", "accounts", 70, 65, 65));
    teams.add(team("billing", "billing", 45, 60, 55));
    teams.add(team("checkout", "checkout", 65, 70, 75));
    teams.add(team("fraud", "fraud", 35, 55, 45));
    teams.add(team("identity", "identity", 75, 35, 30));
    teams.add(team("ledger", "ledger", 60, 75, 80));
    teams.add(team("mobile", "mobile", 65, 70, 70));
    teams.add(team("script", SCRIPT, 55, 60, 60));
    teams.add(team("kessai", JAPANESE, 70, 65, 90));
    teams.add(team("greek", "Ομάδα Πληρωμών", 80, 45, 40));
    teams.add(withheld("search", "search", Withholding.TOO_FEW));
    teams.add(withheld("warehouse", "склад и доставка", Withholding.WOULD_REVEAL_ANOTHER));
    return teams;
  }

  /** A department with a department in it, and one that is withheld. */
  private static List<GroupResult> groups() {
    var none = Published.withheld(Withholding.ROSTER_CHANGED);
    return List.of(
        group("money", "Money & " + SCRIPT, null, List.of("billing", "checkout", "ledger"), 65),
        group("risk", "Risk", "money", List.of("billing", "ledger"), 55),
        new GroupResult(
            "people",
            "People",
            null,
            List.of("accounts", "search"),
            null,
            new Axes(none, none),
            none,
            List.of(),
            List.of()));
  }

  private static GroupResult group(
      String key, String name, String parent, List<String> teams, double load) {
    return new GroupResult(
        key,
        name,
        parent,
        teams,
        "50–79 %",
        new Axes(team(60), team(65)),
        team(load),
        criteria("13+", 0),
        List.of());
  }

  private static TeamResult team(String key, String name, double x, double y, double load) {
    return new TeamResult(
        key,
        name,
        "≥ 80 %",
        plain(Kind.PLATFORM_CUSTOMER),
        new Axes(team(x), team(y)),
        team(load),
        criteria("8–12", 0),
        List.of(),
        null,
        0);
  }

  private static TeamResult withheld(String key, String name, Withholding why) {
    var none = Published.withheld(why);
    return new TeamResult(
        key,
        name,
        "< 50 %",
        plain(Kind.UNCLEAR),
        new Axes(none, none),
        none,
        List.of(),
        List.of(),
        null,
        0);
  }

  private static Verdict plain(Kind kind) {
    return new Verdict(
        kind, null, 0.71, Map.of(kind, 0.71), 5, List.of(), List.of(), 0.9, List.of(), null);
  }

  private static Published team(double value) {
    return shown(value, Math.max(0, value - 15), Math.min(100, value + 15), "8–12");
  }

  static Published shown(double value, double low, double high, String people) {
    return new Published(value, low, high, people, null);
  }

  private static Published none() {
    return Published.withheld(Withholding.NO_EVIDENCE);
  }

  private static List<Initiative> initiatives() {
    return List.of(
        initiative("paved-road", "Offer one paved road to production", Criterion.P3, 0.91, true),
        initiative(
            "self-service", "Let teams make databases themselves", Criterion.P2, 0.88, false),
        initiative("tickets", "Replace deployment tickets by checks", Criterion.D2, 0.7, false),
        initiative("catalog", "Finish the catalog", Criterion.P4, 0.2, false));
  }

  private static Initiative initiative(
      String key, String title, Criterion criterion, double top, boolean tied) {
    return new Initiative(
        key,
        title,
        criterion,
        List.of("checkout", "ledger", "script", "kessai"),
        46,
        new Range(12, 7.4, 17),
        new Range(14, 9, 24),
        0.6,
        new Range(331, 180, 520),
        top,
        0.55,
        tied,
        "\"" + criterion.title() + "\" falls from 62 to 50 or less in 4 teams by the wave of June.",
        List.of("People say 62 (56–68), n = 104.", "Four teams keep a copy of one pipeline."),
        List.of(criterion.name(), criterion + "/checkout"),
        null);
  }

  private static List<Findings.Wave> trend() {
    return List.of(
        wave("2026-03-27T12:00:00Z", 71),
        wave("2026-06-26T12:00:00Z", 67),
        wave("2026-09-25T12:00:00Z", 63));
  }

  private static List<ItemResult> items() {
    return List.of(
        new ItemResult(
            "TOOL",
            "Which do you use?",
            null,
            Map.of("a", "The old one", "b", "The new one"),
            Distribution.of(104, Map.of("a", 26, "b", 78), Map.of(), List.of(), false)),
        new ItemResult(
            "WAIT",
            "How long do you wait?",
            "hours a week",
            Map.of(),
            Distribution.of(4, Map.of(), Map.of(), List.of(), false)));
  }

  private static Findings.Wave wave(String at, double load) {
    return new Findings.Wave(
        READING,
        Instant.parse(at),
        "Autumn 2026",
        "2026.1",
        Map.of(
            Criterion.D2, shown(load - 28, load - 34, load - 22, "104"),
            Criterion.P2, shown(load + 3, load - 3, load + 9, "104"),
            Criterion.P3, shown(load - 1, load - 7, load + 5, "104")),
        shown(load, load - 6, load + 6, "104"),
        null,
        null);
  }

  private static Findings.Cut cut() {
    return new Findings.Cut(
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2026-09-30T00:00:00Z"),
        "Autumn 2026",
        "quarterly-2026.1",
        "2026.1",
        5,
        "sha256:4be1c2c9d6f2a0b7f3a1",
        139,
        104,
        "50–79 %");
  }
}
