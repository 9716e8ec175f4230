package plimsoll.roadmap;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import plimsoll.readiness.Criterion;

/**
 * What can be done about a criterion. Relief and effort are judgements, validated by nobody, until
 * finished initiatives have corrected them.
 */
public enum InitiativeType {
  JOIN_PLANNING(
      Criterion.D1,
      "Put someone who runs production into each team's planning",
      1,
      new Prior(12, 7),
      new Weeks(1, 3, 0.3, 1),
      null),
  REVIEW_BEFORE_LAUNCH(
      Criterion.D1,
      "Review each launch with its authors before it goes live",
      3,
      new Prior(8, 6),
      new Weeks(1, 3, 0.1, 0.5),
      null),
  DEPLOY_WITHOUT_TICKET(
      Criterion.D2,
      "Let teams deploy without a ticket",
      1,
      new Prior(20, 9),
      new Weeks(3, 9, 0.5, 2),
      null),
  CHECK_INSTEAD_OF_APPROVAL(
      Criterion.D2,
      "Replace approvals of deployments with automatic checks",
      3,
      new Prior(12, 8),
      new Weeks(2, 8, 0.2, 1),
      null),
  SHARED_ON_CALL(
      Criterion.D3,
      "Share on-call between each team and operations",
      1,
      new Prior(16, 9),
      new Weeks(2, 6, 1, 3),
      null),
  REVIEW_INCIDENTS_TOGETHER(
      Criterion.D3,
      "Review every incident together with the team that owns the service",
      3,
      new Prior(9, 6),
      new Weeks(1, 2, 0.2, 0.8),
      null),
  AUTOMATE_RELEASE(
      Criterion.D4,
      "Automate the release steps that people do by hand",
      1,
      new Prior(18, 8),
      new Weeks(3, 10, 1, 3),
      null),
  SHARED_RELEASE_PIPELINE(
      Criterion.D4,
      "Release every merged change through one shared pipeline",
      4,
      new Prior(15, 9),
      new Weeks(6, 18, 0.5, 2),
      null),
  SELF_SERVICE_INFRASTRUCTURE(
      Criterion.P2,
      "Offer databases, queues and buckets by self-service",
      1,
      new Prior(16, 8),
      new Weeks(8, 24, 0.2, 1),
      "AUTOMATE_RELEASE"),
  LEND_EXPERTISE(
      Criterion.P2,
      "Lend an infrastructure engineer to each team that waits for one",
      1,
      new Prior(10, 7),
      new Weeks(0.5, 2, 2, 5),
      null),
  GOLDEN_PATH(
      Criterion.P3,
      "Offer one golden path for new services",
      1,
      new Prior(15, 8),
      new Weeks(6, 18, 0.3, 1.5),
      null),
  SHARED_TEMPLATES(
      Criterion.P3,
      "Publish the delivery pipeline as a template that teams refer to",
      3,
      new Prior(12, 7),
      new Weeks(3, 9, 0.3, 1),
      null),
  ONE_DEPLOY_COMMAND(
      Criterion.P4,
      "Hide cluster configuration behind one deploy command with logging, alerting, TLS and"
          + " autoscaling",
      1,
      new Prior(14, 8),
      new Weeks(8, 24, 0.3, 1.5),
      "AUTOMATE_RELEASE"),
  SAFE_DEFAULTS(
      Criterion.P4,
      "Give every service safe defaults for resources, probes and network rules",
      3,
      new Prior(8, 5),
      new Weeks(3, 8, 0.2, 0.8),
      null);

  private final Criterion criterion;
  private final String title;
  private final int teamsAtLeast;
  private final Prior relief;
  private final Weeks weeks;
  private final String requires;

  InitiativeType(
      Criterion criterion,
      String title,
      int teamsAtLeast,
      Prior relief,
      Weeks weeks,
      String requires) {
    this.criterion = criterion;
    this.title = title;
    this.teamsAtLeast = teamsAtLeast;
    this.relief = relief;
    this.weeks = weeks;
    this.requires = requires;
  }

  /** The type whose proposals have this key; empty for a key that no type gives. */
  public static Optional<InitiativeType> of(String key) {
    return Stream.of(values()).filter(type -> type.key().equals(key)).findFirst();
  }

  /** The same in every reading, such as "d2-deploy-without-ticket". */
  public String key() {
    return (criterion + "-" + name()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Criterion criterion() {
    return criterion;
  }

  public String title() {
    return title;
  }

  /** How many teams must be concerned before it is worth proposing beside the plainer way. */
  public int teamsAtLeast() {
    return teamsAtLeast;
  }

  /** What it should take off its criterion. */
  public Prior relief() {
    return relief;
  }

  public Weeks weeks() {
    return weeks;
  }

  /** What must be done first where it is proposed too; empty when nothing must. */
  public Optional<InitiativeType> requires() {
    return Optional.ofNullable(requires).map(InitiativeType::valueOf);
  }

  /**
   * Effort in person-weeks: 10th and 90th percentile of the part that is done once, and of the part
   * that each team adds.
   */
  public record Weeks(double onceP10, double onceP90, double teamP10, double teamP90) {

    Effort forTeams(int teams) {
      return new Effort(onceP10 + teams * teamP10, onceP90 + teams * teamP90);
    }
  }
}
