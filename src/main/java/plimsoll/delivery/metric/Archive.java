package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where all events are kept and looked up; an id may be known to several sources. */
public interface Archive {

  /**
   * Deployments of services that ended between two moments, these included; those that run may be
   * among them.
   */
  List<Deployment> deployments(Collection<String> services, Instant from, Instant to);

  List<Deployment> deployments(Collection<String> ids);

  /** Deployments that mend something with one of these ids. */
  List<Deployment> deploymentsMending(Collection<String> ids);

  /** When the first deployment with one of these ids ended, by service. */
  Map<String, Instant> first(Collection<String> ids);

  /** The last of a service that reached production at a moment or before; null for none. */
  Deployment last(String service, Instant at);

  /** Incidents on services that began between two moments, these included. */
  List<Incident> incidents(Collection<String> services, Instant from, Instant to);

  List<Incident> incidents(Collection<String> ids);

  /** Incidents that name one of these ids as their cause. */
  List<Incident> incidentsCausedBy(Collection<String> ids);

  List<Ticket> tickets(Collection<String> ids);

  /** Changes of commits, in whatever repository. */
  List<Change> changes(Collection<String> commits);

  /** What arrived in a repository after one moment and until another, that one included. */
  List<Change> changes(String repository, Instant after, Instant until);
}
