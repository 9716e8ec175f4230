package plimsoll.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.json.Json;
import plimsoll.readiness.Criterion;
import plimsoll.roadmap.Initiative;
import plimsoll.roadmap.Initiative.Hours;
import plimsoll.roadmap.Initiative.Range;
import plimsoll.roadmap.InitiativeType;
import plimsoll.roadmap.Precedence;

/**
 * What a reading proposes, with what was decided about it.
 *
 * @param reading the reading that it stands on
 * @param takenAt when that was taken
 * @param initiatives the open ones in their order, then those done, then those refused
 */
public record RoadmapView(UUID reading, Instant takenAt, List<Entry> initiatives) {

  /**
   * One initiative.
   *
   * @param rank its place by benefit for each week of effort, from 1; null when the reading no
   *     longer proposes it, and then the rest is what was promised
   * @param key the same in every reading
   * @param teams keys of the teams it reaches; empty when it speaks of the whole organisation,
   *     because no team may be named
   * @param reach people in those teams
   * @param relief points of 0 to 100 that it should take off the criterion
   * @param effortWeeks person-weeks
   * @param confidence probability that it works, 0 to 1
   * @param benefit person-points a quarter
   * @param title what to do; with hypothesis and effort as somebody changed them, and once it is
   *     accepted, as they were then
   * @param proposedAs what the reading proposed where it was changed; null where nothing was, and
   *     its parts likewise
   * @param probabilityTopThree that it is among the first three, 0 to 1
   * @param probabilityBeatsNext that it is better than the next by rank, 0 to 1; null for the last
   * @param tiedWithNext true when the next by rank is about as good
   * @param evidenceIds places in the reading that it rests on: "D2", "D2/payments"
   * @param hours its place by hours of waiting; null where no wait was measured
   * @param requires key of the initiative that must come first where it is proposed too; null when
   *     none must
   * @param check whether it helped; null where nothing was promised
   */
  public record Entry(
      Integer rank,
      String key,
      String title,
      Criterion criterion,
      List<String> teams,
      int reach,
      Range relief,
      Range effortWeeks,
      double confidence,
      Range benefit,
      double probabilityTopThree,
      Double probabilityBeatsNext,
      boolean tiedWithNext,
      String hypothesis,
      List<String> evidence,
      List<String> evidenceIds,
      Hours hours,
      String requires,
      Claim proposedAs,
      Decided decision,
      Check check) {

    static Entry of(Integer rank, Initiative initiative, Decision decision, Check check) {
      var promised = decision == null ? null : decision.accepted();
      var proposed = Claim.of(promised == null ? initiative : promised);
      var claim = decision == null ? proposed : decision.changed().over(proposed);
      var before = proposed.unlike(claim);
      return new Entry(
          rank,
          initiative.key(),
          claim.title(),
          initiative.criterion(),
          initiative.teams(),
          initiative.reach(),
          initiative.relief(),
          claim.effortWeeks(),
          initiative.confidence(),
          initiative.benefit(),
          initiative.probabilityTopThree(),
          initiative.probabilityBeatsNext(),
          initiative.tiedWithNext(),
          claim.hypothesis(),
          initiative.evidence(),
          initiative.evidenceIds(),
          initiative.hours(),
          required(initiative.key()),
          before.equals(Claim.NOTHING) ? null : before,
          Decided.of(decision),
          check);
    }

    private static String required(String key) {
      return InitiativeType.of(key)
          .flatMap(InitiativeType::requires)
          .map(InitiativeType::key)
          .orElse(null);
    }

    /** The initiative with its words and weeks as they stand. */
    public Initiative initiative() {
      return new Initiative(
          key,
          title,
          criterion,
          teams,
          reach,
          relief,
          effortWeeks,
          confidence,
          benefit,
          probabilityTopThree,
          probabilityBeatsNext,
          tiedWithNext,
          hypothesis,
          evidence,
          evidenceIds,
          hours);
    }

    Claim claim() {
      return new Claim(title, hypothesis, effortWeeks);
    }

    boolean open() {
      return decision.state().open();
    }
  }

  /**
   * What was decided.
   *
   * @param reason why it is refused; null otherwise
   * @param owner null for nobody yet
   * @param quarter such as 2027-Q1; null for no date yet
   * @param position where somebody put it, from 1; null where nobody did, and for what is not open
   * @param promise what was claimed when it was accepted; null when it is not
   */
  public record Decided(
      State state, String reason, String owner, String quarter, Integer position, Promise promise) {

    static Decided of(Decision decision) {
      return decision == null
          ? new Decided(State.PROPOSED, null, null, null, null, null)
          : new Decided(
              decision.state(),
              decision.reason(),
              decision.owner(),
              decision.quarter(),
              decision.state().open() ? decision.place() : null,
              Promise.of(decision));
    }
  }

  /**
   * The claim as it stood when it was accepted; nothing changes it afterwards.
   *
   * @param reading the reading it stood on
   * @param metric what is measured, in words
   * @param teams keys of those that take it on; empty for the whole organisation
   * @param smallestEffect points below which a change counts as no effect
   * @param checkOn the first reading from this day on tells whether it helped
   * @param evidenceIds places in that reading that it rests on
   */
  public record Promise(
      Instant acceptedAt,
      UUID reading,
      String title,
      String hypothesis,
      Range effortWeeks,
      Range relief,
      String metric,
      List<String> teams,
      double smallestEffect,
      LocalDate checkOn,
      List<String> evidenceIds) {

    static Promise of(Decision decision) {
      var accepted = decision.accepted();
      return accepted == null
          ? null
          : of(decision, accepted, decision.changed().over(Claim.of(accepted)));
    }

    private static Promise of(Decision decision, Initiative accepted, Claim claim) {
      return new Promise(
          decision.acceptedAt(),
          decision.acceptedFrom(),
          claim.title(),
          claim.hypothesis(),
          claim.effortWeeks(),
          accepted.relief(),
          decision.metric(),
          accepted.teams(),
          decision.smallestEffect(),
          decision.checkOn(),
          accepted.evidenceIds());
    }
  }

  /**
   * @param checks by the key of the initiative
   */
  static RoadmapView of(
      UUID reading,
      Instant takenAt,
      List<Initiative> proposed,
      Map<String, Decision> decisions,
      Map<String, Check> checks) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < proposed.size(); i++) {
      var key = proposed.get(i).key();
      entries.add(Entry.of(i + 1, proposed.get(i), decisions.get(key), checks.get(key)));
    }
    promisedBefore(entries, decisions, checks).forEach(entries::add);
    entries.sort(Comparator.comparing(RoadmapView::section).thenComparing(RoadmapView::place));
    return new RoadmapView(reading, takenAt, inOrder(entries));
  }

  /** Nobody's order can put something before what it needs. */
  private static List<Entry> inOrder(List<Entry> entries) {
    var open = entries.stream().filter(Entry::open).toList();
    var closed = entries.stream().filter(entry -> !entry.open());
    return Stream.concat(Precedence.ordered(open, Entry::key).stream(), closed).toList();
  }

  /** SHA-256 in hexadecimal: equal proposals with equal decisions have an equal digest. */
  public String digest() {
    try {
      var bytes = Json.write(this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty for a key that is neither proposed nor promised. */
  public Optional<Entry> entry(String key) {
    return initiatives.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** Those in any of these states, in their order. */
  public List<Entry> in(State... states) {
    var wanted = List.of(states);
    return initiatives.stream().filter(e -> wanted.contains(e.decision().state())).toList();
  }

  /** What was accepted and can be checked, those that wait for a decision first. */
  public List<Entry> checked() {
    return initiatives.stream()
        .filter(entry -> entry.check() != null)
        .sorted(Comparator.comparing(entry -> !entry.check().undecided()))
        .toList();
  }

  List<String> openKeys() {
    return initiatives.stream().filter(Entry::open).map(Entry::key).toList();
  }

  private static Stream<Entry> promisedBefore(
      List<Entry> entries, Map<String, Decision> decisions, Map<String, Check> checks) {
    var keys = entries.stream().map(Entry::key).toList();
    return decisions.values().stream()
        .filter(decision -> decision.accepted() != null && !keys.contains(decision.initiative()))
        .sorted(Comparator.comparing(Decision::initiative))
        .map(
            decision ->
                Entry.of(null, decision.accepted(), decision, checks.get(decision.initiative())));
  }

  private static int section(Entry entry) {
    return entry.open() ? 0 : entry.decision().state() == State.DONE ? 1 : 2;
  }

  /** What nobody placed yet comes last, in the order of rank, which sorting keeps. */
  private static int place(Entry entry) {
    var position = entry.decision().position();
    return position == null ? Integer.MAX_VALUE : position;
  }
}
