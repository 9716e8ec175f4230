package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.2",
        "2852039166",
        "0.0.0.0",
        "::",
        "fe80::1",
        "fe80::a9fe:a9fe",
        "224.0.0.1",
        "ff02::1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "fd00:ec2::254",
        "[fd00:ec2::254]",
        "fd00:0ec2:0:0:0:0:0:254",
        "fd20:ce::254",
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "64:ff9b::169.254.169.254",
        "64:ff9b::6464:64c8",
        "2002:a9fe:a9fe::1"
      })
  void placesThatTellAMachineItsSecretsAreClosed(String host) throws Exception {
    assertTrue(ClosedAddress.leadsTo(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "localhost",
        "10.0.0.1",
        "192.168.1.254",
        "172.16.0.1",
        "100.100.100.201",
        "fd00:ec2::253",
        "fd12:3456::1",
        "8.8.8.8",
        "2001:db8::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void ownNetworksAndTheWorldAreOpen(String host) throws Exception {
    assertFalse(ClosedAddress.leadsTo(host));
  }

  @Test
  void unknownNameIsSaid() {
    assertThrows(UnknownHostException.class, () -> ClosedAddress.leadsTo("nobody.invalid"));
  }
}
