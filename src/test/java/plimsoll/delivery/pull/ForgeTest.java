package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.delivery.pull.Halt.Kind;

class ForgeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String TOKEN = "a-token-that-nobody-may-see";

  private final LocalForge local = new LocalForge(2);

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void pagesAreFollowedToTheLast() throws Exception {
    local.list("/things", List.of("1", "2", "3", "4", "5"));
    var forge = forge(local.address());
    var first = forge.get(forge.at("/things?per_page=2"));
    assertEquals("[1,2]", first.body().toString());
    assertEquals(3, first.lastPage());
    var last = forge.get(forge.get(first.next()).next());
    assertEquals("[5]", last.body().toString());
    assertNull(last.next());
    assertTrue(local.asked.stream().allMatch(one -> one.endsWith("Bearer " + TOKEN)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, Retry-After, 120, 2026-11-20T12:02:00Z",
    "403, Retry-After, 60, 2026-11-20T12:01:00Z",
    "429, Retry-After, 'Fri, 20 Nov 2026 12:05:00 GMT', 2026-11-20T12:05:00Z",
    "429, Retry-After, nonsense, 2026-11-20T12:01:00Z",
    "429, X-Other, 1, 2026-11-20T12:01:00Z",
    "429, X-RateLimit-Reset, 1795177200, 2026-11-20T12:20:00Z",
    "429, RateLimit-Reset, 1795177200, 2026-11-20T12:20:00Z",
    "429, Retry-After, 0, 2026-11-20T12:00:01Z",
    "429, X-RateLimit-Reset, 1, 2026-11-20T12:00:01Z",
    "429, Retry-After, 999999999, 2026-11-21T12:00:00Z"
  })
  void limitSaysUntilWhen(int status, String header, String value, Instant until) {
    local.give("/limited", status, "{}", header, value);
    var halt = halt("/limited");
    assertEquals(Kind.LIMITED, halt.kind());
    assertEquals(until, halt.until());
  }

  @Test
  void usedUpRequestsAreALimitAndNoWant() {
    local.give("/x", 403, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1795177200");
    assertEquals(Kind.LIMITED, halt("/x").kind());
    local.give("/x", 403, "{}", "X-RateLimit-Remaining", "12");
    assertEquals(Kind.FAILED, halt("/x").kind());
  }

  @ParameterizedTest
  @CsvSource({
    "401, FAILED, does not take the token",
    "403, FAILED, may not read this",
    "404, ABSENT, knows no such repository",
    "409, ABSENT, knows no such repository",
    "410, ABSENT, knows no such repository",
    "418, FAILED, answered 418",
    "500, TROUBLED, answered 500",
    "502, TROUBLED, answered 502",
    "503, TROUBLED, answered 503"
  })
  void whatFailedIsSaidInWords(int status, Kind kind, String words) {
    local.give("/x", status, "<html>oh</html>");
    var halt = halt("/x");
    assertEquals(kind, halt.kind());
    assertTrue(halt.getMessage().contains(words), halt.getMessage());
    assertFalse(halt.getMessage().contains(TOKEN));
  }

  @Test
  void tokenGoesToNoOtherServer() {
    try (var other = new LocalForge(2)) {
      other.give("/stolen", "{}");
      for (var status : List.of(301, 302, 303, 307, 308)) {
        local.give("/moved", status, "", "Location", other.address() + "/stolen");
        assertTrue(halt("/moved").getMessage().contains("The token is not sent there"));
      }
      local.give("/paged", 200, "[1]", "Link", "<" + other.address() + "/stolen>; rel=\"next\"");
      var next = assertThrows(Halt.class, () -> forge(local.address()).get(other.address()));
      assertEquals(Kind.FAILED, next.kind());
      assertEquals(List.of(), other.asked);
    }
  }

  @Test
  void repositoryThatMovedOnTheSameServerIsFollowed() throws Exception {
    local.give("/repos/a/old", 301, "", "Location", "/repositories/7");
    local.give("/repositories/7", "{\"id\":7}");
    var forge = forge(local.address());
    assertEquals(7, forge.get(forge.at("/repos/a/old")).body().path("id").asInt());
    local.give("/circle", 302, "", "Location", "/circle");
    assertEquals(Kind.FAILED, halt("/circle").kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254",
        "http://0.0.0.0",
        "http://[fe80::1]",
        "http://100.100.100.200",
        "http://[fd00:ec2::254]"
      })
  void placesThatHoldSecretsOfACloudAreNotAsked(String address) {
    var forge = forge(URI.create(address));
    var halt = assertThrows(Halt.class, () -> forge.get(forge.at("/latest/meta-data")));
    assertTrue(halt.getMessage().contains("a place that is not asked"), halt.getMessage());
  }

  @Test
  void nonsenseIsRefusedInWords() {
    local.give("/page", "<html>Sign in</html>");
    assertTrue(halt("/page").getMessage().startsWith("The answer is no JSON"));
    local.give("/deep", "[".repeat(100_000));
    assertEquals(Kind.FAILED, halt("/deep").kind());
    local.give("/large", "\"" + "x".repeat(30_000_001) + "\"");
    assertTrue(halt("/large").getMessage().contains("larger than 30 MB"));
  }

  @Test
  void silenceAndAbsenceAreTriedAgain() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      var forge = new Forge(address, TOKEN, clock(), Duration.ofMillis(200));
      assertEquals(Kind.TROUBLED, assertThrows(Halt.class, () -> forge.get(address)).kind());
    }
    var nowhere = URI.create("http://127.0.0.1:1");
    assertEquals(Kind.TROUBLED, assertThrows(Halt.class, () -> forge(nowhere).get(nowhere)).kind());
    var unknown = URI.create("http://nobody.invalid");
    assertEquals(Kind.TROUBLED, assertThrows(Halt.class, () -> forge(unknown).get(unknown)).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://api.github.com",
    "https://github.com, https://api.github.com",
    "https://github.com/, https://api.github.com",
    "https://api.github.com, https://api.github.com",
    "https://git.example.org, https://git.example.org/api/v3",
    "https://git.example.org/api/v3/, https://git.example.org/api/v3",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/api/v3"
  })
  void addressOfGithubIsCompleted(String given, String address) {
    assertEquals(address, ForgeAddress.github(given).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://git.example.org",
        "file:///etc/passwd",
        "git.example.org",
        "https://user:word@git.example.org",
        "https://git.example.org?x=1",
        "https://git.example.org#x",
        "https://",
        "javascript:alert(1)",
        "https://a b"
      })
  void whatIsNoAddressOfAForgeIsRefused(String given) {
    assertTrue(ForgeAddress.github(given).isEmpty());
    assertTrue(ForgeAddress.gitlab(given).isEmpty());
  }

  private Halt halt(String path) {
    var forge = forge(local.address());
    return assertThrows(Halt.class, () -> forge.get(forge.at(path)));
  }

  private static Forge forge(URI address) {
    return new Forge(address, TOKEN, clock(), Duration.ofSeconds(20));
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
