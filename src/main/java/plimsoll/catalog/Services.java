package plimsoll.catalog;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The services, who owns them, and under which other names their events come. */
@ApplicationScoped
@Transactional
public class Services {
  public static final String LEFT_OUT = "-";
  private static final int NAMES_AT_ONCE = 500;

  @PersistenceContext EntityManager database;

  /** The owning team of every owned service at a moment: team keys by service key. */
  public Map<String, String> ownersAt(Instant at) {
    return database
        .createQuery(
            "select s.key, t.key from Ownership o, Service s, Team t where o.service = s.id"
                + " and o.team = t.id and o.fromAt <= :at and (o.untilAt is null or o.untilAt > :at)"
                + " order by o.fromAt",
            Object[].class)
        .setParameter("at", at)
        .getResultStream()
        .collect(toMap(row -> (String) row[0], row -> (String) row[1], (earlier, later) -> later));
  }

  /** Who owned which service when, wholly, by the time from which it held. */
  public List<OwnershipSpan> ownerships() {
    return database
        .createQuery(
            "select s.key, t.key, o.fromAt, o.untilAt from Ownership o, Service s, Team t"
                + " where o.service = s.id and o.team = t.id order by o.fromAt",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new OwnershipSpan(
                    (String) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
        .toList();
  }

  /**
   * Key of the service for which events count that come under a name: a key, or an alias such as a
   * repository "owner/name". The letter case does not matter. Where people left the service out it
   * is {@link #LEFT_OUT}, which is no service's key.
   */
  public Optional<String> find(String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    return byKey(wanted).or(() -> byAlias(wanted)).map(this::counting);
  }

  private String counting(Service found) {
    var meant = found.sameAs() == null ? found : byKey(found.sameAs()).orElse(found);
    return meant.isLeftOut() ? LEFT_OUT : meant.key();
  }

  /** Which parts of repositories are services: what people said, and else what catalogs say. */
  public List<ServicePart> parts() {
    var said =
        database
            .createQuery(
                "select s.key, p.repository, p.prefix from ServicePath p, Service s"
                    + " where p.service = s.id",
                Object[].class)
            .getResultStream()
            .map(row -> new ServicePart((String) row[0], (String) row[1], (String) row[2]))
            .toList();
    var spokenOf = said.stream().map(ServicePart::service).collect(toSet());
    var located =
        database
            .createQuery("select s from Service s where s.location is not null", Service.class)
            .getResultStream()
            .filter(service -> !spokenOf.contains(service.key()))
            .flatMap(service -> ServicePart.at(service.key(), service.location()).stream());
    return Stream.concat(said.stream(), located)
        .sorted(
            Comparator.comparing(ServicePart::service)
                .thenComparing(ServicePart::repository)
                .thenComparing(ServicePart::prefix))
        .toList();
  }

  /** The same for many names at once: keys by those names that a service goes by. */
  public Map<String, String> find(Collection<String> names) {
    var found = new HashMap<String, Service>();
    var wanted = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
    for (int i = 0; i < wanted.size(); i += NAMES_AT_ONCE) {
      var some = wanted.subList(i, Math.min(wanted.size(), i + NAMES_AT_ONCE));
      find(
          found,
          "select a.alias, s from ServiceAlias a, Service s where a.service = s.id"
              + " and a.alias in :names",
          some);
      // Its key goes before the alias of another.
      find(found, "select s.key, s from Service s where s.key in :names", some);
    }
    return names.stream()
        .filter(name -> found.containsKey(name.toLowerCase(Locale.ROOT)))
        .distinct()
        .collect(toMap(name -> name, name -> counting(found.get(name.toLowerCase(Locale.ROOT)))));
  }

  private void find(Map<String, Service> found, String query, List<String> names) {
    database
        .createQuery(query, Object[].class)
        .setParameter("names", names)
        .getResultStream()
        .forEach(row -> found.put((String) row[0], (Service) row[1]));
  }

  /**
   * The same, and where none goes by that name a service that nobody owns yet is made. Safe from
   * many transactions at once.
   *
   * @throws IllegalArgumentException when the name has no letter or digit, or is over 300 long;
   *     what else the caller's transaction does still counts
   */
  @Transactional(dontRollbackOn = IllegalArgumentException.class)
  public String findOrCreate(String name) {
    return find(name).orElseGet(() -> create(name));
  }

  /** The services at a moment with their owners, by key. */
  public List<ServiceView> on(Instant at) {
    var owners = ownersAt(at);
    return database
        .createQuery("select s from Service s order by s.key", Service.class)
        .getResultStream()
        .filter(service -> service.standsAt(at) && service.countsItself())
        .map(service -> view(service, owners.get(service.key())))
        .toList();
  }

  /** The services that events speak of but no team owns, by key. */
  public List<ServiceView> unassigned(Instant at) {
    return on(at).stream().filter(service -> service.team() == null).toList();
  }

  private static ServiceView view(Service service, String owner) {
    return new ServiceView(
        service.key(),
        service.name(),
        service.kind(),
        service.lifecycle(),
        service.system(),
        owner,
        service.location());
  }

  private String create(String name) {
    Turn.await(database);
    return find(name).orElseGet(() -> persist(name));
  }

  private String persist(String name) {
    var service = new Service(Keys.of(name), name.strip(), Service.SEEN);
    if (byKey(service.key()).isEmpty()) {
      database.persist(service);
      database.flush();
    }
    addAlias(name.toLowerCase(Locale.ROOT), service);
    return service.key();
  }

  private void addAlias(String alias, Service service) {
    var owner = byKey(service.key()).map(Service::id).orElseThrow();
    if (!alias.equals(service.key()) && byAlias(alias).isEmpty()) {
      database.persist(new ServiceAlias(alias, owner));
      database.flush();
    }
  }

  private Optional<Service> byKey(String key) {
    return database
        .createQuery("select s from Service s where s.key = :key", Service.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  private Optional<Service> byAlias(String alias) {
    return Optional.ofNullable(database.find(ServiceAlias.class, alias))
        .map(found -> database.find(Service.class, found.service()));
  }
}
