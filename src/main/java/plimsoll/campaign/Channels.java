package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the service may send notices. Whoever makes a campaign names the address, so without a list
 * anybody with that right could have this machine call others inside its network.
 */
@ApplicationScoped
public class Channels {
  @Inject
  @ConfigProperty(name = "plimsoll.slack.url")
  Optional<String> standard;

  @Inject
  @ConfigProperty(name = "plimsoll.slack.hosts", defaultValue = "hooks.slack.com")
  List<String> hosts;

  /** The one of the whole service; empty when none was set up. */
  public Optional<String> standard() {
    return standard.filter(url -> !url.isBlank());
  }

  /** True for an address at one of the hosts that an administrator named, and for no other. */
  boolean allows(String address) {
    var host = host(address);
    return Stream.concat(hosts.stream(), standard().map(Channels::host).stream())
        .anyMatch(one -> !host.isEmpty() && one.strip().equalsIgnoreCase(host));
  }

  /** In words, for who named another. */
  String words() {
    return String.join(", ", hosts);
  }

  private static String host(String address) {
    try {
      var host = URI.create(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
