package plimsoll.delivery.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Ticket.Kind;

/** What an issue of a forge counts as: by its labels, as an administrator said, and by no words. */
final class Issues {
  static final Setting INCIDENTS =
      new Setting(
          "incident-labels",
          "Labels of incidents",
          "An issue with one of these labels is an incident of the service, from its opening to its"
              + " closing. Divide them by commas.",
          "incident");
  static final Setting TICKETS =
      new Setting(
          "ticket-labels",
          "Labels of tickets to another team",
          "One a line, as label = team that is asked, kind. The kind is deployment, infrastructure,"
              + " access or other.",
          "");
  static final Setting FROM =
      new Setting(
          "asking-prefix",
          "Prefix of labels that name the team that asks",
          "With from: the label from:checkout says that the team checkout asks.",
          "from:");
  static final Setting SERVICE =
      new Setting(
          "service-prefix",
          "Prefix of labels that name the service of an incident",
          "With service: the label service:cart names it. Without such a label it is the"
              + " repository.",
          "service:");

  static final List<Setting> SETTINGS = List.of(INCIDENTS, TICKETS, FROM, SERVICE);

  private Issues() {}

  /**
   * An issue as a forge tells of it.
   *
   * @param id unique within the forge, such as "owner/name#12"
   * @param incident the forge itself says that it is one
   * @param closedAt null while it is open
   * @param reopenedAt when it was opened again; null where this is not told now
   */
  record Issue(
      String id,
      String repository,
      List<String> labels,
      boolean incident,
      Instant openedAt,
      Instant closedAt,
      Instant reopenedAt) {

    private String labelled(Rules rules, Setting prefix) {
      var text = rules.text(prefix).toLowerCase(Locale.ROOT);
      return text.isEmpty()
          ? null
          : labels.stream()
              .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(text))
              .map(one -> one.substring(text.length()).strip())
              .filter(one -> !one.isEmpty())
              .findFirst()
              .orElse(null);
    }
  }

  static void read(Webhook hook, Issue issue) {
    var rules = hook.rules();
    var asked = asked(rules, issue);
    if (issue.incident() || issue.labels().stream().anyMatch(one -> rules.names(INCIDENTS, one))) {
      hook.add(incident(rules, issue));
    } else if (asked.isPresent()) {
      hook.add(ticket(rules, issue, asked.get()));
    } else {
      hook.ignore("The issue has no label that makes it an incident or a ticket to another team.");
    }
  }

  private static Optional<List<String>> asked(Rules rules, Issue issue) {
    var lines = rules.lines(TICKETS);
    return issue.labels().stream()
        .map(one -> lines.get(one.strip().toLowerCase(Locale.ROOT)))
        .filter(one -> one != null && !one.isEmpty())
        .findFirst();
  }

  private static IncidentFact incident(Rules rules, Issue issue) {
    var service = issue.labelled(rules, SERVICE);
    return new IncidentFact(
        issue.id(),
        service != null ? service : issue.repository(),
        issue.openedAt(),
        issue.closedAt(),
        null,
        null,
        List.of(),
        listed(issue.reopenedAt()),
        listed(issue.closedAt()));
  }

  private static List<Instant> listed(Instant at) {
    return at == null ? List.of() : List.of(at);
  }

  private static TicketFact ticket(Rules rules, Issue issue, List<String> asked) {
    return new TicketFact(
        issue.id(),
        issue.labelled(rules, FROM),
        asked.get(0),
        asked.size() < 2 ? null : kind(asked.get(1)),
        issue.openedAt(),
        issue.closedAt());
  }

  static Kind kind(String text) {
    for (var kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(text)) return kind;
    }
    return Kind.OTHER;
  }
}
