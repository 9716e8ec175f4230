package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/**
 * ServiceNow: records of its tables as a business rule sends them, every value a text and no time
 * with a zone.
 */
@ApplicationScoped
public class ServicenowSource implements Source {
  private static final String NAMES = "tables, assignment groups, categories and catalogue items";
  private static final Setting INCIDENTS = Desk.incidents("incident", NAMES);
  private static final Setting PRIORITIES =
      new Setting(
          "priorities",
          "Priorities of incidents that hurt users",
          "Numbers divided by commas. What people report at a lower one is no outage. A star: every"
              + " priority counts.",
          "1, 2");
  private static final Setting TICKETS =
      Desk.tickets("change_request = deployment\nsc_req_item = other", NAMES);
  private static final Setting GROUPS =
      new Setting(
          "groups",
          "Teams by their groups",
          "A line for each assignment group, by its name or sys_id, such as Cloud Platform = platform.",
          "");
  private static final Setting ASKING =
      new Setting(
          "asking-field",
          "Field that names the team that asks",
          "Such as u_requesting_team. Empty: nobody says.",
          "");
  private static final Setting SERVICE =
      new Setting(
          "service-field",
          "Fields that name the service of an incident",
          "Divided by commas; the first that is filled counts.",
          "business_service, service_offering, cmdb_ci");
  private static final Setting ZONE =
      new Setting(
          "zone",
          "Time zone of its times",
          "Such as Europe/Berlin. What a business rule reads from the table is UTC.",
          "UTC");
  private static final Set<String> OVER = Set.of("false", "0");

  @Override
  public String key() {
    return "servicenow";
  }

  @Override
  public String title() {
    return "ServiceNow";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below.",
        "In ServiceNow, add a business rule to the tables incident, change_request and sc_req_item:"
            + " after insert and update, Advanced, with the script below, the address and the"
            + " secret.",
        "Say in the settings below which records are tickets, and which group is which team.");
  }

  @Override
  public String paste() {
    return """
        (function executeRule(current) {
          var fields = ['number', 'sys_id', 'sys_class_name', 'priority', 'state', 'active',
            'category', 'opened_at', 'resolved_at', 'closed_at', 'reopened_time', 'sys_updated_on'];
          var named = ['assignment_group', 'business_service', 'service_offering', 'cmdb_ci',
            'cat_item'];
          var record = {};
          fields.forEach(function (one) {
            if (current.isValidField(one)) record[one] = '' + (current.getValue(one) || '');
          });
          named.forEach(function (one) {
            if (current.isValidField(one)) record[one] = '' + current.getDisplayValue(one);
          });
          var request = new sn_ws.RESTMessageV2();
          request.setHttpMethod('POST');
          request.setEndpoint('ADDRESS');
          request.setRequestHeader('Content-Type', 'application/json');
          request.setRequestHeader('Authorization', 'Bearer ' + gs.getProperty('plimsoll.secret'));
          request.setRequestBody(JSON.stringify(record));
          request.executeAsync();
        })(current);
        """;
  }

  @Override
  public List<Setting> settings() {
    return List.of(TICKETS, INCIDENTS, PRIORITIES, GROUPS, ASKING, SERVICE, ZONE);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "sys_class_name");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Reading(hook).read(hook.payload()));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var at =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(now);
    var body =
        """
        {"number": "CHG0030042", "sys_id": "8e67d33b97d1b5108686b680f053af2b",
          "sys_class_name": "change_request", "priority": "3", "state": "1", "active": "true",
          "category": "software", "opened_at": "%1$s", "closed_at": "", "sys_updated_on": "%1$s",
          "assignment_group": "operations", "business_service": "checkout"}
        """
            .formatted(at);
    return new Sample(body, Map.of("Authorization", "Bearer " + secret));
  }

  /** One webhook, or one answer of the table API. */
  private record Reading(Webhook hook) {

    void read(Fields payload) {
      for (var name : List.of("result", "records", "record", "current", "data")) {
        var several = payload.parts(name);
        if (payload.object().path(name).isArray()) {
          if (several.isEmpty()) hook.ignore("It holds no record.");
          hook.each(several, this::record);
          return;
        }
        if (!payload.partOrNone(name).object().isEmpty()) {
          record(payload.part(name));
          return;
        }
      }
      record(payload);
    }

    private void record(Fields record) {
      if (!record.has("number") && !record.has("sys_id")) {
        throw new BadEvent("This is no record of ServiceNow: number is missing.");
      }
      var names = names(record);
      var asked = Desk.asked(hook.rules(), TICKETS, names);
      if (names.stream().anyMatch(one -> hook.rules().names(INCIDENTS, one))) {
        counted(record);
      } else if (asked.isPresent()) {
        ticket(record, asked.get());
      } else {
        hook.ignore(
            "No line of the settings makes a ticket or an incident of this table, group, category"
                + " or item.");
      }
    }

    private static List<String> names(Fields record) {
      return Stream.of("assignment_group", "cat_item", "subcategory", "category", "sys_class_name")
          .flatMap(name -> Stream.ofNullable(Desk.value(record, name)))
          .toList();
    }

    private void counted(Fields record) {
      var priority = Desk.value(record, "priority");
      var number = priority == null ? null : priority.split(" ", 2)[0];
      if (number != null && !hook.rules().allows(PRIORITIES, number)) {
        hook.ignore("Its priority is " + number + ", which is no outage here.");
      } else {
        incident(record);
      }
    }

    private void incident(Fields record) {
      var begun = Fact.first(time(record, "opened_at"), time(record, "sys_created_on"));
      var ended = closedAt(record, "resolved_at", "closed_at");
      var again = time(record, "reopened_time");
      if (begun == null) throw new BadEvent("opened_at is missing.");
      var service = service(record);
      if (service == null) {
        hook.batch().problem(1, "It names no service, so it counts for none.");
      }
      hook.add(
          new IncidentFact(
              id(record),
              service,
              begun,
              ended,
              null,
              null,
              Stream.ofNullable(team(record)).toList(),
              Stream.ofNullable(again).toList(),
              Stream.of(again == null ? null : again.minus(1, ChronoUnit.MICROS), ended)
                  .filter(one -> one != null)
                  .sorted()
                  .toList()));
    }

    private void ticket(Fields record, Desk.Asked asked) {
      var openedAt = Fact.first(time(record, "opened_at"), time(record, "sys_created_on"));
      if (openedAt == null) throw new BadEvent("opened_at is missing.");
      hook.add(
          new TicketFact(
              id(record),
              Desk.value(record, hook.rules().text(ASKING)),
              Fact.first(asked.team(), team(record)),
              asked.kind(),
              openedAt,
              closedAt(record, "closed_at", "resolved_at")));
    }

    private static String id(Fields record) {
      return record.has("number") ? record.needed("number") : record.needed("sys_id");
    }

    private String team(Fields record) {
      return hook.rules().meaning(GROUPS, Desk.value(record, "assignment_group"));
    }

    private String service(Fields record) {
      return hook.rules().names(SERVICE).stream()
          .flatMap(name -> Stream.ofNullable(Desk.value(record, name)))
          .findFirst()
          .orElse(null);
    }

    /** What is no longer active was closed at the latest when it was changed last. */
    private Instant closedAt(Fields record, String... names) {
      for (var name : names) {
        var at = time(record, name);
        if (at != null) return at;
      }
      var active = Desk.value(record, "active");
      return active != null && OVER.contains(active) ? time(record, "sys_updated_on") : null;
    }

    /** Null where there is none; an empty text is none. */
    private Instant time(Fields record, String name) {
      var text = Desk.value(record, name);
      if (text == null) return null;
      return text.matches(".*([zZ]|[+-]\\d\\d:?\\d\\d)")
          ? hook.moments().read(name, text)
          : hook.moments().local(name, text, zone());
    }

    private ZoneId zone() {
      try {
        return ZoneId.of(hook.rules().text(ZONE));
      } catch (DateTimeException e) {
        throw new BadEvent("The setting of the time zone is none: " + hook.rules().text(ZONE));
      }
    }
  }
}
