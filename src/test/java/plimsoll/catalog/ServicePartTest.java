package plimsoll.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePartTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop/tree/main/services/pay/, acme/shop, services/pay",
    "https://github.com/acme/shop/tree/main/services/pay, acme/shop, services/pay",
    "https://github.com/Acme/Shop/blob/main/services/pay/catalog-info.yaml, acme/shop, services/pay",
    "https://gitlab.example/group/sub/shop/-/tree/main/pay, group/sub/shop, pay",
    "https://gitea.example/acme/shop/src/branch/main/pay/, acme/shop, pay",
    "https://bitbucket.org/acme/shop/src/main/pay/?at=main, acme/shop, pay"
  })
  void addressOfAFolderIsAPart(String location, String repository, String folder) {
    assertEquals(
        new ServicePart("pay", repository, folder), ServicePart.at("pay", location).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/shop",
        "https://github.com/acme/shop/tree/main/",
        "https://github.com/acme/shop/blob/main/catalog-info.yaml",
        "https://github.com/acme/shop/tree/main/../../x",
        "file:/srv/catalog-info.yaml",
        "nonsense",
        ""
      })
  void whatShowsNoFolderIsNone(String location) {
    assertTrue(ServicePart.at("pay", location).isEmpty());
  }
}
