package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.metric.Incident.Cause;

/**
 * Writes folios as bytes. What figures need stands apart from the names of single records, which
 * take most of the room and are read for provenance alone. The same folio gives the same bytes. The
 * commits that a deployment lists are left out: its lead times name those that it brought.
 */
public final class FolioCodec {
  /** Changed by hand where the bytes change, but none of the types that they stand for. */
  private static final String WRITING = "1";

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Kind[] KINDS = Kind.values();
  private static final Trigger[] TRIGGERS = Trigger.values();
  private static final Via[] VIAS = Via.values();
  private static final Cause[] CAUSES = Cause.values();
  private static final Ticket.Kind[] TICKETS = Ticket.Kind.values();
  private static final Attribution[] ATTRIBUTIONS = Attribution.values();

  /** Of the rules and of the bytes; what was written in another is judged anew. */
  public static final String EDITION = Measure.EDITION + " " + form();

  private FolioCodec() {}

  /** Another one as soon as a field or a choice is added. */
  private static String form() {
    var form = new StringBuilder(WRITING);
    Stream.of(
            Judged.class,
            Deployment.class,
            LeadTime.class,
            Failure.class,
            Ticket.class,
            Incident.class,
            Brought.class)
        .flatMap(type -> Stream.of(type.getRecordComponents()))
        .forEach(form::append);
    Stream.of(OUTCOMES, KINDS, TRIGGERS, VIAS, CAUSES, TICKETS, ATTRIBUTIONS)
        .map(Arrays::toString)
        .forEach(form::append);
    return Long.toHexString(Brought.hash(form.toString()));
  }

  /**
   * @param content what figures need
   * @param names of deployments, commits, incidents, and the reasons in words
   */
  public record Packed(byte[] content, byte[] names, byte[] brought) {}

  public static Packed pack(Folio folio) {
    var content = new Packer();
    var names = new Packer();
    var start = Folio.start(folio.week());
    content.number(folio.production().size());
    folio.production().forEach(one -> pack(one, start, content, names));
    content.number(folio.incidents().size());
    folio.incidents().forEach(one -> pack(one, start, content, names));
    content.number(folio.stopped().size());
    folio.stopped().forEach(at -> content.time(at, start));
    return new Packed(content.bytes(), names.bytes(), pack(folio.brought()));
  }

  /**
   * @param names null where "" is to stand for each of them
   * @throws RuntimeException where the bytes are not what {@link #pack} wrote
   */
  public static Folio unpack(
      String service,
      LocalDate week,
      byte[] content,
      byte[] names,
      Brought brought,
      Instant reach) {
    var from = new Reading(service, Folio.start(week), new Unpacker(content), unpacker(names));
    var folio =
        new Folio(
            service,
            week,
            from.list(from::judged),
            from.list(from::incident),
            from.list(from::stopped),
            brought,
            reach);
    if (!from.content.atEnd()) throw new IllegalArgumentException("there is more than a folio");
    return folio;
  }

  public static byte[] pack(Brought brought) {
    var out = new Packer();
    out.hashes(brought.seen()).hashes(brought.revisions()).hashes(brought.listed());
    out.number(brought.takenBack().size());
    new TreeMap<>(brought.takenBack()).forEach((commit, other) -> out.text(commit).text(other));
    out.number(brought.watched().size());
    new TreeSet<>(brought.watched()).forEach(out::text);
    out.number(brought.reached().size());
    new TreeMap<>(brought.reached())
        .forEach((repository, at) -> out.text(repository).time(at, Instant.EPOCH));
    return out.time(brought.current(), Instant.EPOCH).bytes();
  }

  public static Brought unpackBrought(byte[] bytes) {
    var in = new Unpacker(bytes);
    var seen = in.hashes();
    var revisions = in.hashes();
    var listed = in.hashes();
    Map<String, String> takenBack = new HashMap<>();
    for (int i = in.size(); i > 0; i--) takenBack.put(in.text(), in.text());
    var watched = new TreeSet<String>();
    for (int i = in.size(); i > 0; i--) watched.add(in.text());
    Map<String, Instant> reached = new HashMap<>();
    for (int i = in.size(); i > 0; i--) reached.put(in.text(), in.time(Instant.EPOCH));
    return new Brought(
        seen, revisions, listed, takenBack, watched, reached, in.time(Instant.EPOCH));
  }

  private static Unpacker unpacker(byte[] names) {
    return names == null ? null : new Unpacker(names);
  }

  private static void pack(Judged one, Instant start, Packer content, Packer names) {
    var deployment = one.deployment();
    content.flags(
        deployment.production(),
        one.commitsKnown(),
        one.goesBack(),
        deployment.revision() != null,
        deployment.ticket() != null,
        deployment.remediates() != null,
        one.ticket() != null);
    pack(deployment, start, content, names);
    content.number(one.leadTimes().size());
    one.leadTimes().forEach(lead -> pack(lead, one.at(), content, names));
    content.number(one.failures().size());
    one.failures().forEach(failure -> pack(failure, one.at(), content, names));
    content.number(one.otherwise().size());
    one.otherwise().forEach(failure -> pack(failure, one.at(), content, names));
    content.choices(one.mends());
    if (one.ticket() != null) pack(one.ticket(), start, content);
  }

  private static void pack(Deployment one, Instant start, Packer content, Packer names) {
    content
        .text(one.source())
        .text(one.repository())
        .time(one.finishedAt(), start)
        .time(one.startedAt(), one.finishedAt())
        .time(one.receivedAt(), one.finishedAt())
        .choice(one.outcome())
        .choice(one.kind())
        .choice(one.trigger())
        .choice(one.via())
        .count(one.manualSteps());
    names.name(one.id());
    nameIfAny(one.revision(), names);
    nameIfAny(one.ticket(), names);
    nameIfAny(one.remediates(), names);
  }

  private static void nameIfAny(String name, Packer names) {
    if (name != null) names.name(name);
  }

  private static void pack(LeadTime one, Instant deployedAt, Packer content, Packer names) {
    content
        .flags(one.estimated(), one.reverts() != null)
        .time(one.arrivedAt(), deployedAt)
        .time(one.firstCommitAt(), one.arrivedAt());
    names.name(one.commit());
    nameIfAny(one.reverts(), names);
  }

  private static void pack(Failure one, Instant deployedAt, Packer content, Packer names) {
    content
        .choice(one.by())
        .choices(one.yieldsTo())
        .flags(one.inferred(), one.incident(), one.contradictory(), one.event() != null)
        .time(one.endedAt(), deployedAt);
    names.text(one.because());
    if (one.event() != null) names.text(one.event());
  }

  private static void pack(Ticket one, Instant start, Packer content) {
    content
        .text(one.source())
        .text(one.id())
        .text(one.fromTeam())
        .text(one.toTeam())
        .choice(one.kind())
        .time(one.openedAt(), start)
        .time(one.closedAt(), one.openedAt());
  }

  private static void pack(Incident one, Instant start, Packer content, Packer names) {
    content
        .flags(one.causedBy() != null)
        .text(one.source())
        .time(one.startedAt(), start)
        .time(one.resolvedAt(), one.startedAt())
        .choice(one.cause())
        .number(one.responders().size());
    one.responders().forEach(content::text);
    names.name(one.id());
    nameIfAny(one.causedBy(), names);
  }

  /**
   * One folio on its way in.
   *
   * @param names null where they are not wanted
   */
  private record Reading(String service, Instant start, Unpacker content, Unpacker names) {

    <T> List<T> list(Supplier<T> element) {
      int size = content.size();
      if (size == 0) return List.of();
      var all = new ArrayList<T>(size);
      for (int i = 0; i < size; i++) all.add(element.get());
      return all;
    }

    Instant stopped() {
      return content.time(start);
    }

    Judged judged() {
      long flags = content.number();
      var deployment = deployment(flags);
      return new Judged(
          deployment,
          null,
          list(() -> leadTime(deployment.finishedAt())),
          flag(flags, 1),
          flag(flags, 2),
          list(() -> failure(deployment.finishedAt())),
          list(() -> failure(deployment.finishedAt())),
          content.choices(Attribution.class, ATTRIBUTIONS),
          flag(flags, 6) ? ticket() : null);
    }

    private Deployment deployment(long flags) {
      var source = content.text();
      var repository = content.text();
      var finishedAt = content.time(start);
      var startedAt = content.time(finishedAt);
      var receivedAt = content.time(finishedAt);
      var outcome = content.choice(OUTCOMES);
      var kind = content.choice(KINDS);
      var trigger = content.choice(TRIGGERS);
      var via = content.choice(VIAS);
      var manualSteps = content.count();
      var id = name();
      var revision = nameIf(flag(flags, 3));
      var ticket = nameIf(flag(flags, 4));
      var remediates = nameIf(flag(flags, 5));
      return new Deployment(
          source,
          id,
          service,
          repository,
          revision,
          flag(flags, 0),
          startedAt,
          finishedAt,
          outcome,
          kind,
          trigger,
          via,
          ticket,
          List.of(),
          manualSteps,
          remediates,
          receivedAt);
    }

    private LeadTime leadTime(Instant deployedAt) {
      long flags = content.number();
      var arrivedAt = content.time(deployedAt);
      var firstCommitAt = content.time(arrivedAt);
      return LeadTime.of(
          name(), arrivedAt, deployedAt, flag(flags, 0), firstCommitAt, nameIf(flag(flags, 1)));
    }

    private Failure failure(Instant deployedAt) {
      var by = content.choice(ATTRIBUTIONS);
      var yieldsTo = content.choices(Attribution.class, ATTRIBUTIONS);
      long flags = content.number();
      var endedAt = content.time(deployedAt);
      var because = text();
      var event = flag(flags, 3) ? text() : null;
      return new Failure(
          by, yieldsTo, because, flag(flags, 0), event, flag(flags, 1), endedAt, flag(flags, 2));
    }

    private Ticket ticket() {
      var source = content.text();
      var id = content.text();
      var fromTeam = content.text();
      var toTeam = content.text();
      var kind = content.choice(TICKETS);
      var openedAt = content.time(start);
      return new Ticket(source, id, fromTeam, toTeam, kind, openedAt, content.time(openedAt));
    }

    Incident incident() {
      long flags = content.number();
      var source = content.text();
      var startedAt = content.time(start);
      var resolvedAt = content.time(startedAt);
      var cause = content.choice(CAUSES);
      var responders = list(content::text);
      var id = name();
      var causedBy = nameIf(flag(flags, 0));
      return new Incident(source, id, service, startedAt, resolvedAt, cause, causedBy, responders);
    }

    private String name() {
      return names == null ? "" : names.name();
    }

    private String nameIf(boolean any) {
      return any ? name() : null;
    }

    private String text() {
      return names == null ? "" : names.text();
    }

    private static boolean flag(long flags, int bit) {
      return (flags >>> bit & 1) == 1;
    }
  }
}
