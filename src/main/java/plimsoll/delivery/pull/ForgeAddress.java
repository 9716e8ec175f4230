package plimsoll.delivery.pull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where the interface of a forge is found. */
public final class ForgeAddress {
  private ForgeAddress() {}

  /**
   * The address below which a forge is asked, without a "/" at its end.
   *
   * @param given by an administrator: the address of the forge or of its interface; blank for the
   *     forge that its makers run
   * @return empty when it is no address of http or https, or holds more than a server and a path
   */
  static Optional<URI> of(String given, String home, String interfacePath) {
    try {
      var text = given == null || given.isBlank() ? home : given.strip().replaceFirst("/+$", "");
      var address = new URI(text).parseServerAuthority();
      boolean plain =
          address.getHost() != null
              && address.getScheme() != null
              && address.getScheme().toLowerCase(Locale.ROOT).matches("https?")
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      boolean whole = text.equals(home) || text.endsWith(interfacePath);
      return plain
          ? Optional.of(URI.create(whole ? text : text + interfacePath))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** GitHub's own, or that of a server of one's own. */
  public static Optional<URI> github(String given) {
    var home = "https://api.github.com";
    boolean theirs =
        given != null && given.strip().matches("(?i)https://(www\\.|api\\.)?github\\.com/*");
    return of(theirs ? home : given, home, "/api/v3");
  }

  /** That of a server of another kind, as it was given. */
  public static Optional<URI> other(String given) {
    return of(given, "", "");
  }

  public static Optional<URI> gitlab(String given) {
    return of(given, "https://gitlab.com/api/v4", "/api/v4");
  }
}
