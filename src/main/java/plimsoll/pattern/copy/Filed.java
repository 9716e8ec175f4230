package plimsoll.pattern.copy;

import java.util.Comparator;

/**
 * A file and whose it is.
 *
 * @param service key of the service
 * @param team key of the team that owns the service
 */
public record Filed(String service, String team, Imprint imprint) {
  static final Comparator<Filed> ORDER =
      Comparator.comparing(Filed::team)
          .thenComparing(Filed::service)
          .thenComparing(file -> file.imprint().part())
          .thenComparing(file -> file.imprint().path());
}
