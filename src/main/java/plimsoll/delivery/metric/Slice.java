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
 */
public record Slice(
    Window window, List<Judged> deployments, List<Owned> incidents, int pipelineFailures) {

  public Slice {
    deployments = List.copyOf(deployments);
    incidents = List.copyOf(incidents);
  }

  /** The same by service; each holds its own deployments and incidents. */
  public Map<String, Slice> byService() {
    var incidentsOf = incidents.stream().collect(groupingBy(one -> one.incident().service()));
    var services = new TreeMap<String, Slice>();
    deployments.stream()
        .collect(groupingBy(one -> one.deployment().service()))
        .forEach(
            (service, own) ->
                services.put(
                    service,
                    new Slice(window, own, incidentsOf.getOrDefault(service, List.of()), 0)));
    return services;
  }
}
