package plimsoll.delivery.metric;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.delivery.metric.Ledger.Owned;

/**
 * What one scope holds in one period.
 *
 * @param deployments that reached production within it
 * @param incidents that began within it
 * @param pipelineFailures how many stopped before production
 * @param requests tickets for infrastructure or access, asked of others until its end
 * @param claims what was asked of the platform within it
 */
public record Slice(
    Window window,
    List<Judged> deployments,
    List<Owned> incidents,
    int pipelineFailures,
    List<Ticket> requests,
    List<Claim> claims) {

  public Slice {
    deployments = List.copyOf(deployments);
    incidents = List.copyOf(incidents);
    requests = List.copyOf(requests);
    claims = List.copyOf(claims);
  }

  /** The part of one service; what was asked of others belongs to the team, and not to it. */
  public Slice of(String service) {
    var none = new Slice(window, List.of(), List.of(), 0, List.of(), List.of());
    return byService().getOrDefault(service, none);
  }

  /** The same by service; what was asked of others belongs to the team, and to none of them. */
  public Map<String, Slice> byService() {
    var incidentsOf = incidents.stream().collect(groupingBy(one -> one.incident().service()));
    var services = new TreeMap<String, Slice>();
    deployments.stream()
        .collect(groupingBy(one -> one.deployment().service()))
        .forEach(
            (service, own) ->
                services.put(
                    service,
                    new Slice(
                        window,
                        own,
                        incidentsOf.getOrDefault(service, List.of()),
                        0,
                        List.of(),
                        List.of())));
    return services;
  }
}
