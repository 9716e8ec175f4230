package plimsoll.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Places that are asked for nobody, whoever gave the address: a machine in a cloud is told its
 * secrets there, and so would be who has this service ask for him. Machines of one's own network
 * stay open, because that is where one's own tools stand.
 */
public final class ClosedAddress {
  /** Where clouds answer outside of the link-local network, each by its own documentation. */
  private static final Set<InetAddress> OF_CLOUDS =
      Set.of(
          literal("100.100.100.200"), // Alibaba
          literal("168.63.129.16"), // Azure
          literal("192.0.0.192"), // Oracle
          literal("fd00:ec2::254"), // Amazon
          literal("fd20:ce::254")); // Google

  private ClosedAddress() {}

  /**
   * Whether a name or number of a server leads to such a place by any of its addresses. Ask just
   * before each request: a name can lead elsewhere a moment later.
   *
   * @throws UnknownHostException where nobody knows the name
   */
  public static boolean leadsTo(String host) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(ClosedAddress::is);
  }

  private static boolean is(InetAddress address) {
    var meant = address instanceof Inet6Address six ? meant(six) : address;
    return meant.isLinkLocalAddress()
        || meant.isAnyLocalAddress()
        || meant.isMulticastAddress()
        || OF_CLOUDS.contains(meant);
  }

  /** IPv6 has ways to write addresses of IPv4: 64:ff9b::/96, 2002::/16, and of old ::/96. */
  private static InetAddress meant(Inet6Address address) {
    var bytes = address.getAddress();
    if (startsWith(bytes, 0x20, 0x02)) return four(bytes, 2);
    boolean translated = startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    return translated || address.isIPv4CompatibleAddress() && !address.isLoopbackAddress()
        ? four(bytes, 12)
        : unscoped(bytes);
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (bytes[i] != (byte) beginning[i]) return false;
    }
    return true;
  }

  private static InetAddress four(byte[] bytes, int from) {
    return unscoped(Arrays.copyOfRange(bytes, from, from + 4));
  }

  private static InetAddress unscoped(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static InetAddress literal(String number) {
    try {
      return InetAddress.getByName(number);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(number, e);
    }
  }
}
