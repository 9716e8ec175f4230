package plimsoll.delivery.metric;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds from which week on services must be judged anew when something was said of events. All
 * weeks after it are judged anew too, because what a deployment brings depends on all before it.
 */
public final class Staleness {
  /** So far back a deployment or an incident may make another one fail, whatever lies between. */
  private static final Duration BACK = Duration.ofHours(24);

  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

  private final Archive archive;
  private final Shelf shelf;
  private final Map<String, LocalDate> weeks = new HashMap<>();
  private Collection<String> anywhere;

  private Staleness(Archive archive, Shelf shelf) {
    this.archive = archive;
    this.shelf = shelf;
  }

  /** The first week that does not hold any more, by service. */
  public static Map<String, LocalDate> of(Collection<Touch> touches, Archive archive, Shelf shelf) {
    var stale = new Staleness(archive, shelf);
    var names = new HashSet<String>();
    for (var one : Touch.together(touches)) {
      switch (one.kind()) {
        case DEPLOYMENT, INCIDENT -> {
          stale.around(one.scope(), one.at());
          names.addAll(one.names());
        }
        case TICKET -> one.names().forEach(stale::ticket);
        case CHANGE -> stale.changed(one);
        case SERVICE -> stale.from(one.scope(), one.at());
      }
    }
    stale.referring(names);
    stale.mendingOthers();
    return stale.weeks;
  }

  private void from(String service, Instant at) {
    weeks.merge(service, Folio.weekOf(at), Staleness::earlier);
  }

  /** What happens at a moment may make the last deployment before it fail, however long ago. */
  private void around(String service, Instant at) {
    from(service, at.minus(BACK));
    shelf.outlines(service).headMap(Folio.weekOf(at), true).descendingMap().values().stream()
        .filter(one -> one.first() != null && one.first().isBefore(at))
        .findFirst()
        .ifPresent(one -> from(service, one.first()));
  }

  private void around(Deployment one) {
    if (one.finishedAt() != null) around(one.service(), one.finishedAt());
  }

  private void ticket(String id) {
    var watched = Brought.ticket(id);
    for (var service : shelf.watching(watched)) {
      first(service, week -> week.watched().contains(watched));
    }
  }

  /** The first week whose deployments name what arrived, or had come so far on its branch. */
  private void changed(Touch one) {
    var watching = new HashSet<>(shelf.watching(one.scope()));
    watching.addAll(anywhere());
    for (var service : watching) {
      first(
          service,
          week ->
              week.reached(one.scope(), one.at()) || one.names().stream().anyMatch(week::names));
    }
  }

  private Collection<String> anywhere() {
    if (anywhere == null) anywhere = shelf.watching(Brought.ANYWHERE);
    return anywhere;
  }

  private void first(String service, Predicate<Brought> wanted) {
    shelf.brought(service).entrySet().stream()
        .filter(week -> wanted.test(week.getValue()))
        .findFirst()
        .ifPresent(week -> from(service, Folio.start(week.getKey())));
  }

  /** What goes by these ids, or refers to them: an id may now mean another thing. */
  private void referring(Set<String> names) {
    archive.first(names).forEach(this::from);
    var incidents = new ArrayList<>(archive.incidents(names));
    incidents.addAll(archive.incidentsCausedBy(names));
    archive.first(each(incidents, Incident::causedBy)).forEach(this::from);
    incidents.forEach(one -> around(one.service(), one.startedAt()));
    var mended = each(incidents, Incident::id);
    mended.addAll(names);
    archive.deploymentsMending(mended).forEach(this::around);
  }

  /** What mends an incident shows more or less, as the one to blame for that is known or not. */
  private void mendingOthers() {
    var byWeek = new HashMap<LocalDate, List<String>>();
    weeks.forEach(
        (service, week) -> byWeek.computeIfAbsent(week, w -> new ArrayList<>()).add(service));
    byWeek.forEach(
        (week, services) -> {
          var incidents = archive.incidents(services, Folio.start(week), ALWAYS);
          archive.deploymentsMending(each(incidents, Incident::id)).forEach(this::around);
        });
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static <T> Set<String> each(List<T> all, Function<T, String> name) {
    return all.stream().map(name).filter(Objects::nonNull).collect(toCollection(HashSet::new));
  }
}
