package plimsoll.delivery;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plimsoll.catalog.Problem;
import plimsoll.catalog.Services;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;

/**
 * The keys of the services that a batch speaks of. One that nobody knows is made, without an owner,
 * so that its events are kept and can be assigned later.
 */
final class ServiceNames {
  private final Services services;
  private final Map<String, String> keys = new HashMap<>();

  /** What the names mean that were asked for; null for those that no service goes by. */
  private final Map<String, String> known = new HashMap<>();

  private ServiceNames(Services services) {
    this.services = services;
  }

  /** Asks for all names at once, because a batch may speak of a thousand services. */
  static ServiceNames of(Services services, Collection<Fact> facts) {
    var names = new ServiceNames(services);
    var asked =
        facts.stream().flatMap(ServiceNames::names).filter(Objects::nonNull).collect(toSet());
    asked.forEach(name -> names.known.put(name, null));
    names.known.putAll(services.find(asked));
    return names;
  }

  private static Stream<String> names(Fact fact) {
    if (fact instanceof DeploymentFact one) return Stream.of(one.service(), one.repository());
    return fact instanceof IncidentFact one ? Stream.of(one.service()) : Stream.of();
  }

  /** Passes those by, with a problem, that can't be stored. */
  Predicate<Fact> storable(Batch batch, List<Problem> problems) {
    return fact -> {
      try {
        scopeOf(fact);
        return true;
      } catch (IllegalArgumentException e) {
        problems.add(
            new Problem(
                batch.document(fact), "The service of " + fact.id() + " " + e.getMessage() + "."));
        return false;
      }
    };
  }

  /** Key of the service, or the repository where changes arrive; "" for what has neither. */
  String scopeOf(Fact fact) {
    if (fact instanceof DeploymentFact deployment) {
      return key(deployment.service(), deployment.repository());
    }
    if (fact instanceof ChangeFact change) return change.repository();
    return fact instanceof IncidentFact incident ? key(incident.service(), null) : "";
  }

  /**
   * Empty where the source names none: the event is kept, and counts once a rule tells its service.
   */
  private String key(String name, String repository) {
    if (name == null) return "";
    return keys.computeIfAbsent(name + "\n" + repository, both -> find(name, repository));
  }

  /** The repository decides where the service has its name, and another has the same name. */
  private String find(String name, String repository) {
    boolean namedAlike = repository != null && repository.endsWith("/" + name);
    var byRepository = namedAlike ? known(repository) : null;
    if (byRepository != null) return byRepository;
    var byName = known(name);
    return byName != null ? byName : services.findOrCreate(name);
  }

  /** What versions state together may hold names that this batch alone did not. */
  private String known(String name) {
    if (!known.containsKey(name)) known.put(name, services.find(name).orElse(null));
    return known.get(name);
  }
}
