package plimsoll.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;

/**
 * What people say of services here: to whom one belongs and since when, that two are one, what one
 * is called, which part of a repository it is, and that one does not count. It holds until it is
 * taken back, whatever a catalog says.
 */
@ApplicationScoped
@Transactional
public class SaidServices {
  private static final int NAME_MAX = 300;
  private static final int PARTS_MAX = 50;

  @PersistenceContext EntityManager database;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<ServiceSaid> said;

  /**
   * What holds of a service.
   *
   * @param sameAs key of the service for which its events count; null when that is itself
   * @param others keys of the services whose events count for this one
   * @param renamed its name was given here
   * @param given its owner was given here
   * @param parts as they were said here; empty where nothing was
   */
  public record Sayings(
      String key,
      String name,
      String sameAs,
      List<String> others,
      boolean leftOut,
      boolean renamed,
      boolean given,
      List<ServicePart> parts) {}

  /**
   * @throws Refusal 404 when there is no such service
   */
  public Sayings of(String key) {
    var service = find(key);
    return new Sayings(
        service.key(),
        service.name(),
        service.sameAs(),
        others(service).stream().map(Service::key).toList(),
        service.isLeftOut(),
        service.isRenamed(),
        ownerships(service).stream().anyMatch(one -> one.isOpen() && one.isSaidHere()),
        parts(service));
  }

  /** Services that are only other names, and those that are left out, by key. */
  public List<Sayings> notCounted() {
    return database
        .createQuery(
            "select s from Service s where s.leftOut = true or s.sameAs is not null order by s.key",
            Service.class)
        .getResultStream()
        .map(service -> of(service.key()))
        .toList();
  }

  /**
   * Gives a service to a team from a moment on. What was before that moment stays as it was.
   *
   * @param from null for all time
   * @throws Refusal 404 when there is no such service or team, 422 when the moment lies ahead
   */
  public void give(String key, String team, Instant from, String by) {
    Turn.await(database);
    var service = find(key);
    var owner = team(team);
    var since = from == null ? Instant.EPOCH : from;
    if (since.isAfter(clock.instant())) {
      throw Refusal.wrong("/from", "A service is given from today or from a day before on.");
    }
    end(service, since);
    database.persist(new Ownership(service.id(), owner.id(), since, Ownership.SAID));
    record(by, "gave a service to a team", key + " to " + team + " from " + since);
  }

  /**
   * The beginning of a day in UTC.
   *
   * @param day such as 2026-03-01; null or blank for none
   * @throws Refusal 422 when it is no day
   */
  public static Instant start(String day) {
    try {
      return day == null || day.isBlank()
          ? null
          : LocalDate.parse(day.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.wrong("/from", "A day is written as 2026-03-01.");
    }
  }

  /** From now on nobody owns it, until a catalog names an owner again. */
  public void takeAway(String key, String by) {
    Turn.await(database);
    var service = find(key);
    end(service, clock.instant());
    record(by, "took a service from its team", key);
  }

  private void end(Service service, Instant at) {
    for (var one : ownerships(service)) {
      if (!one.from().isBefore(at)) {
        database.remove(one);
      } else if (one.isOpen() || one.until().isAfter(at)) {
        one.end(at);
      }
    }
  }

  /**
   * Says that the events of a service count for another one.
   *
   * @param other null for itself again
   * @throws Refusal 422 when the other is itself, counts for a third, or others count for this one
   */
  public void same(String key, String other, String by) {
    Turn.await(database);
    var service = find(key);
    var meant = other == null ? service : find(other);
    if (other != null && meant.key().equals(key)) {
      throw Refusal.wrong("/service", "A service is always the same as itself. Name another one.");
    }
    if (meant.sameAs() != null && other != null) {
      throw Refusal.wrong(
          "/service", other + " itself counts for " + meant.sameAs() + ". Name that one.");
    }
    if (other != null && !others(service).isEmpty()) {
      throw Refusal.wrong(
          "/service", "Other services count for " + key + ". Say it of them first, or undo that.");
    }
    var before = service.sameAs();
    service.beSameAs(other == null ? null : meant.key());
    record(
        by,
        other == null ? "undid that two services are one" : "said that two services are one",
        other == null ? key : key + " is " + meant.key());
    var touched = new TreeSet<>(Set.of(key));
    if (before != null) touched.add(before);
    if (other != null) touched.add(meant.key());
    said.fire(new ServiceSaid(touched, true));
  }

  /**
   * @param name null for the one that the catalog gives it
   */
  public void rename(String key, String name, String by) {
    var service = find(key);
    var wanted = name == null || name.isBlank() ? null : name.strip();
    if (wanted != null
        && (wanted.length() > NAME_MAX || wanted.chars().anyMatch(Character::isISOControl))) {
      throw Refusal.wrong("/name", "A name has at most 300 letters, and no control characters.");
    }
    service.callIt(wanted);
    record(by, "renamed a service", key + (wanted == null ? "" : " to " + wanted));
  }

  /**
   * Says which parts of repositories are a service.
   *
   * @param parts none for what the catalog says
   * @throws Refusal 422 when one of them is no folder
   */
  public void split(String key, List<Folder> parts, String by) {
    Turn.await(database);
    var service = find(key);
    if (parts.size() > PARTS_MAX) {
      throw Refusal.wrong("/parts", "A service has at most " + PARTS_MAX + " folders.");
    }
    var wanted = parts.stream().map(one -> part(key, one)).distinct().toList();
    database
        .createQuery("delete from ServicePath p where p.service = :service")
        .setParameter("service", service.id())
        .executeUpdate();
    wanted.forEach(one -> database.persist(new ServicePath(service.id(), one)));
    var words = wanted.stream().map(one -> one.repository() + " " + one.prefix());
    record(
        by,
        "said which folders are a service",
        key + ": " + words.collect(Collectors.joining(", ")));
    database.flush();
    said.fire(new ServiceSaid(Set.of(key), false));
  }

  /**
   * @param repository "owner/name"
   * @param folder such as "services/pay"
   */
  public record Folder(String repository, String folder) {}

  private static ServicePart part(String key, Folder one) {
    if (one == null || one.repository() == null || one.folder() == null) {
      throw Refusal.wrong("/parts", "Each part needs a repository and a folder.");
    }
    return ServicePart.of(key, one.repository(), one.folder())
        .orElseThrow(
            () ->
                Refusal.wrong(
                    "/parts",
                    "Name the repository as owner/name, and a folder of it such as services/pay."));
  }

  /**
   * @param out false to take it in again
   */
  public void leaveOut(String key, boolean out, String by) {
    Turn.await(database);
    find(key).leaveOut(out);
    record(by, out ? "left a service out" : "took a service in again", key);
    said.fire(new ServiceSaid(Set.of(key), true));
  }

  private void record(String by, String action, String target) {
    audit.record(by, action, target);
    database.flush();
  }

  private Service find(String key) {
    return database
        .createQuery("select s from Service s where s.key = :key", Service.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("service"));
  }

  private Team team(String key) {
    return database
        .createQuery("select t from Team t where t.key = :key and t.retiredAt is null", Team.class)
        .setParameter("key", key == null ? "" : key)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.wrong("/team", "There is no such team. Give its key."));
  }

  private List<Ownership> ownerships(Service service) {
    return database
        .createQuery("select o from Ownership o where o.service = :service", Ownership.class)
        .setParameter("service", service.id())
        .getResultList();
  }

  private List<Service> others(Service service) {
    return database
        .createQuery("select s from Service s where s.sameAs = :key order by s.key", Service.class)
        .setParameter("key", service.key())
        .getResultList();
  }

  private List<ServicePart> parts(Service service) {
    return database
        .createQuery(
            "select p.repository, p.prefix from ServicePath p where p.service = :service"
                + " order by p.repository, p.prefix",
            Object[].class)
        .setParameter("service", service.id())
        .getResultStream()
        .map(row -> new ServicePart(service.key(), (String) row[0], (String) row[1]))
        .toList();
  }
}
