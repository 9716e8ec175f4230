package plimsoll.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.catalog.Problem;
import plimsoll.catalog.Services;
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
  private final List<Problem> problems;
  private final Map<String, String> keys = new HashMap<>();

  ServiceNames(Services services, List<Problem> problems) {
    this.services = services;
    this.problems = problems;
  }

  /** False, with a problem, when the name cannot be a service's. */
  boolean known(Fact fact) {
    try {
      scopeOf(fact);
      return true;
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(0, "The service of " + fact.id() + " " + e.getMessage() + "."));
      return false;
    }
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
    return namedAlike
        ? services.find(repository).orElseGet(() -> services.findOrCreate(name))
        : services.findOrCreate(name);
  }
}
