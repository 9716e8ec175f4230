package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import plimsoll.catalog.ServicePart;
import plimsoll.delivery.metric.Change;
import plimsoll.delivery.metric.Paths;

/** Which changes concern a service, by the folders that are said to be it. */
final class ServicePaths implements Paths {
  private final Map<Place, List<ServicePart>> parts;

  private record Place(String service, String repository) {}

  ServicePaths(List<ServicePart> parts) {
    this.parts =
        parts.stream().collect(groupingBy(one -> new Place(one.service(), one.repository())));
  }

  @Override
  public boolean concern(String service, Change change) {
    var folders = parts.get(new Place(service, change.repository().toLowerCase(Locale.ROOT)));
    return folders == null
        || change.paths() == null
        || change.paths().stream()
            .anyMatch(path -> folders.stream().anyMatch(folder -> folder.mayHold(path)));
  }
}
