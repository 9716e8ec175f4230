package plimsoll.delivery.metric;

import java.util.Arrays;
import java.util.Optional;

/** What is measured, and by which rule. */
public enum Measure {
  DEPLOYMENT_FREQUENCY(
      "deployment-frequency",
      "Deployment frequency",
      "per day",
      "Deployments that reached production, divided by the days of the period."),
  LEAD_TIME(
      "lead-time",
      "Change lead time",
      "seconds",
      "For each commit, from its arrival on the default branch to the end of the first production"
          + " deployment that holds it; the median over commits. A rollback brings none."),
  CHANGE_FAIL_RATE(
      "change-fail-rate",
      "Change fail rate",
      "share",
      "Deployments that reached production and needed mending at once (an incident that names them,"
          + " or began within 24 hours after them and names none; a rollback; a fix; a revert within"
          + " 24 hours), divided by all that reached production."),
  RECOVERY_TIME(
      "recovery-time",
      "Failed deployment recovery time",
      "seconds",
      "For each failed deployment, from its end to the end of its last incident, or of the deployment"
          + " that mended it where no incident is known; the median, with open ones counted as still"
          + " running (Kaplan–Meier)."),
  REWORK_RATE(
      "rework-rate",
      "Deployment rework rate",
      "share",
      "Unplanned deployments that mend an incident or another deployment, divided by all that reached"
          + " production."),
  TICKET_SHARE(
      "ticket-share",
      "Deployments that waited for another team's ticket",
      "share",
      "Production deployments with a ticket to a team that does not own the service, divided by all."),
  TICKET_WAIT(
      "ticket-wait",
      "Wait for the ticket",
      "seconds",
      "For each of those tickets, from its opening to its closing; the median, with open ones counted"
          + " as still running (Kaplan–Meier)."),
  MANUAL_SHARE(
      "manual-share",
      "Deployments with manual steps",
      "share",
      "Production deployments that a person started or did a step of by hand, syncs of a controller"
          + " that a person started included, divided by those that say how they were done."),
  OWNER_PARTICIPATION(
      "owner-participation",
      "Incidents that the owning team helped to resolve",
      "share",
      "Incidents whose responders include the team that owned the service, divided by those that name"
          + " responders."),
  GITOPS_SHARE(
      "gitops-share",
      "Deployments that a controller took from a repository",
      "share",
      "Production deployments by a controller that makes the environment what a repository says,"
          + " divided by those that say by which way they went."),
  SELF_SERVICE_SHARE(
      "self-service-share",
      "Requests that teams served themselves",
      "share",
      "What a team asked of the platform and had without anybody else's hand, divided by all that was"
          + " asked for, tickets for infrastructure and access included."),
  INFRASTRUCTURE_WAIT(
      "infrastructure-wait",
      "Lead time with a ticket for infrastructure or access open",
      "share",
      "The part of the lead time of a team's commits during which a ticket of this team for"
          + " infrastructure or access was open, divided by all of it. That the work waited for the"
          + " ticket is not known, so it is the most that the tickets may have cost.");

  /** The edition of these rules; a change of any rule gives it a new name. */
  public static final String EDITION = "2026.2";

  private final String slug;
  private final String title;
  private final String unit;
  private final String rule;

  Measure(String slug, String title, String unit, String rule) {
    this.slug = slug;
    this.title = title;
    this.unit = unit;
    this.rule = rule;
  }

  public static Optional<Measure> of(String slug) {
    return Arrays.stream(values()).filter(one -> one.slug.equals(slug)).findFirst();
  }

  /** True where it is counted by services, and not by teams alone. */
  public boolean ofServices() {
    return this != SELF_SERVICE_SHARE && this != INFRASTRUCTURE_WAIT && this != TICKET_WAIT;
  }

  /** What to send where nothing or too little is known, in a plain sentence. */
  public String needs() {
    return switch (this) {
      case DEPLOYMENT_FREQUENCY ->
          "It needs each deployment to production: its service, when it ended and how.";
      case LEAD_TIME ->
          "It needs the commits of each deployment, or its revision together with the pushes to the"
              + " default branch.";
      case CHANGE_FAIL_RATE, RECOVERY_TIME ->
          "It needs incidents with their service, their beginning and end, best with the deployment"
              + " that caused each.";
      case REWORK_RATE ->
          "It needs incidents, and deployments that say which incident or deployment they mend.";
      case TICKET_SHARE ->
          "It needs deployments that say what set them off (automatic, manual or a ticket).";
      case TICKET_WAIT -> "It needs the tickets that deployments waited for, with the team asked.";
      case MANUAL_SHARE ->
          "It needs deployments that say what set them off, how many steps were done by hand, or by"
              + " which way they went.";
      case OWNER_PARTICIPATION -> "It needs incidents with the teams that responded.";
      case GITOPS_SHARE ->
          "It needs deployments that say by which way they went, as those of Argo CD do.";
      case SELF_SERVICE_SHARE ->
          "It needs claims: what a team asked of the platform, when it was ready, and whether"
              + " somebody had a hand in it.";
      case INFRASTRUCTURE_WAIT ->
          "It needs tickets for infrastructure and access, with the team that asked.";
    };
  }

  /** Its name in an address. */
  public String slug() {
    return slug;
  }

  public String title() {
    return title;
  }

  /** "per day", "seconds" or "share" (0 to 1). */
  public String unit() {
    return unit;
  }

  /** How it is counted, in plain sentences. */
  public String rule() {
    return rule;
  }
}
