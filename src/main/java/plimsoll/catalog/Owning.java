package plimsoll.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The services, which team owns them, and their other names. */
final class Owning {
  private static final int ALIAS_LENGTH_MAX = 300;

  private final Taking taking;
  private final Rolls rolls;
  private final List<Problem> notes;
  private final Map<String, Service> services = new HashMap<>();
  private final Map<UUID, Service> servicesById = new HashMap<>();
  private final Map<String, ServiceAlias> aliases = new HashMap<>();
  private final Map<UUID, Ownership> held = new HashMap<>();
  private final Set<UUID> everOwned = new HashSet<>();
  private final Set<UUID> stated = new HashSet<>();

  Owning(Holdings rows, Rolls rolls, Taking taking, List<Problem> notes) {
    this.taking = taking;
    this.rolls = rolls;
    this.notes = notes;
    rows.services().forEach(this::index);
    rows.aliases().forEach(alias -> aliases.put(alias.alias(), alias));
    rows.ownerships().forEach(this::index);
  }

  void take(List<Listing.ServiceEntry> entries) {
    for (var entry : entries) {
      var known = services.get(entry.key());
      var service = known == null ? new Service(entry.key(), entry.name(), taking.source()) : known;
      taking.ledger().note(service, known, service.restate(entry, taking.source(), taking.at()));
      index(service);
      own(entry, service, owner(entry));
      entry.aliases().forEach(alias -> alias(alias.toLowerCase(Locale.ROOT), service));
    }
  }

  void endTheRest() {
    held.forEach(this::endUnlessStated);
  }

  private void index(Service service) {
    services.put(service.key(), service);
    servicesById.put(service.id(), service);
  }

  private void index(Ownership ownership) {
    everOwned.add(ownership.service());
    if (ownership.until() == null) {
      held.put(ownership.service(), ownership);
    }
  }

  /** Null when no team owns it. */
  private Team owner(Listing.ServiceEntry entry) {
    if (entry.ownerEmail() == null) {
      return entry.owner() == null ? null : rolls.team(entry.owner());
    }
    var mailed = rolls.teamOfMail(entry.ownerEmail());
    if (mailed.isEmpty()) {
      notes.add(
          new Problem(
              entry.document(),
              "%s is owned by %s, which is the mail address of no team known here, so its"
                      .formatted(entry.name(), entry.ownerEmail())
                  + " deployments count for no team."));
    }
    return mailed.orElse(null);
  }

  private void own(Listing.ServiceEntry entry, Service service, Team team) {
    if (team != null) {
      stated.add(service.id());
    }
    var before = held.get(service.id());
    if (before != null && before.isSaidHere()) {
      noteOther(entry, before, team);
      return;
    }
    if (stays(before, team)) {
      return;
    }
    if (before != null) {
      before.end(taking.at());
      held.remove(service.id());
    }
    if (team != null) {
      begin(service, team.id(), taking.source());
    }
    taking.ledger().touch(service, true);
  }

  /** What people said here stays until they take it back. */
  private void noteOther(Listing.ServiceEntry entry, Ownership said, Team team) {
    if (team != null && !team.id().equals(said.team())) {
      notes.add(
          new Problem(
              entry.document(),
              "%s was given to another team here, and that holds; %s does not own it."
                  .formatted(entry.name(), team.name())));
    }
  }

  /** A source that names no owner takes away only what it gave. */
  private boolean stays(Ownership before, Team team) {
    if (before == null) {
      return team == null;
    }
    return team == null
        ? !before.source().equals(taking.source())
        : before.team().equals(team.id());
  }

  private void begin(Service service, UUID team, String source) {
    var from = everOwned.add(service.id()) ? Instant.EPOCH : taking.at();
    held.put(service.id(), taking.ledger().make(new Ownership(service.id(), team, from, source)));
  }

  private void alias(String alias, Service service) {
    var known = aliases.get(alias);
    if (known == null && !services.containsKey(alias) && alias.length() <= ALIAS_LENGTH_MAX) {
      aliases.put(alias, taking.ledger().make(new ServiceAlias(alias, service.id())));
    } else if (known != null && !known.service().equals(service.id())) {
      adopt(servicesById.get(known.service()), known, service);
    }
  }

  /**
   * Events that came before the catalog made a service of their own under this alias. Its later
   * events go to the service that the catalog describes, and what it has belongs to the same team.
   */
  private void adopt(Service seen, ServiceAlias alias, Service service) {
    if (!seen.source().equals(Service.SEEN)) {
      return;
    }
    alias.mean(service.id());
    var owner = held.get(service.id());
    if (owner != null && !everOwned.contains(seen.id())) {
      begin(seen, owner.team(), Service.SEEN);
    }
  }

  private void endUnlessStated(UUID service, Ownership ownership) {
    if (ownership.source().equals(taking.source()) && !stated.contains(service)) {
      ownership.end(taking.at());
      taking.ledger().touch(servicesById.get(service), true);
    }
  }
}
