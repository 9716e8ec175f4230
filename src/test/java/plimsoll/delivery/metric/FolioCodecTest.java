package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolioCodecTest {
  private static final LocalDate WEEK = LocalDate.parse("2026-03-02");
  private static final Instant AT = Instant.parse("2026-03-04T09:00:00.123456Z");

  @Test
  void whatIsWrittenIsRead() {
    var folio = folio("決済-1", "9f3c", "#nonsense");
    assertEquals(folio, read(FolioCodec.pack(folio), true));
  }

  @Test
  void sameFolioGivesTheSameBytes() {
    var folio = folio("a", "b", "c");
    assertArrayEquals(FolioCodec.pack(folio).brought(), FolioCodec.pack(folio).brought());
    assertArrayEquals(FolioCodec.pack(folio).content(), FolioCodec.pack(folio).content());
  }

  @Test
  void withoutNamesEachIsEmptyAndAllElseIsThere() {
    var folio = folio("a", "b", "c");
    var nameless = read(FolioCodec.pack(folio), false).production().get(0);
    var whole = folio.production().get(0);
    assertEquals("", nameless.deployment().id());
    assertEquals("", nameless.leadTimes().get(0).commit());
    assertEquals(whole.leadTimes().get(0).seconds(), nameless.leadTimes().get(0).seconds());
    assertEquals(whole.failures().get(0).by(), nameless.failures().get(0).by());
    assertEquals(whole.ticket(), nameless.ticket());
  }

  @Test
  void bytesThatAreCutOffAreRefused() {
    var folio = folio("a", "b", "c");
    var packed = FolioCodec.pack(folio);
    for (int length = 0; length < packed.content().length; length++) {
      var cut =
          new FolioCodec.Packed(
              Arrays.copyOf(packed.content(), length), packed.names(), packed.brought());
      assertThrows(RuntimeException.class, () -> read(cut, true));
    }
  }

  @Test
  void deploymentOfFiveThousandCommitsTakesSomeTwentyBytesForEach() {
    var leads =
        IntStream.range(0, 5000)
            .mapToObj(i -> LeadTime.of("%040x".formatted(i * 7919L), AT, AT, false, null, null))
            .toList();
    var folio = of(judged("d", "r", leads, List.of(), null));
    var packed = FolioCodec.pack(folio);
    assertEquals(folio, read(packed, true));
    assertTrue(packed.names().length < 22 * 5000, () -> packed.names().length + " bytes");
    assertTrue(packed.content().length < 5 * 5000, () -> packed.content().length + " bytes");
  }

  private static Folio read(FolioCodec.Packed packed, boolean names) {
    return FolioCodec.unpack(
        "cart",
        WEEK,
        packed.content(),
        names ? packed.names() : null,
        FolioCodec.unpackBrought(packed.brought()),
        AT);
  }

  private static Folio folio(String id, String revision, String commit) {
    var lead = LeadTime.of(commit, AT.minusNanos(1), AT, true, AT.minusSeconds(9), "other");
    var failure =
        new Failure(
            Attribution.WITHIN_24_HOURS,
            Set.of(Attribution.EXPLICIT),
            "incident x began",
            true,
            "a/x",
            true,
            null,
            true);
    var ticket =
        new Ticket("jira", "T-1", null, "platform", Ticket.Kind.ACCESS, AT.minusMillis(5), null);
    return of(judged(id, revision, List.of(lead), List.of(failure), ticket));
  }

  private static Folio of(Judged judged) {
    var incident =
        new Incident("a", "x", "cart", AT, null, Incident.Cause.UNKNOWN, null, List.of("shop"));
    var brought =
        new Brought(
            new long[] {-1, 5},
            new long[] {Long.MIN_VALUE},
            new long[0],
            Map.of("c", "other"),
            Set.of("acme/shop", Brought.ANYWHERE),
            Map.of("acme/shop", AT),
            null);
    return new Folio("cart", WEEK, List.of(judged), List.of(incident), List.of(AT), brought, AT);
  }

  private static Judged judged(
      String id, String revision, List<LeadTime> leads, List<Failure> failures, Ticket ticket) {
    var deployment =
        new Deployment(
            "github",
            id,
            "cart",
            "acme/shop",
            revision,
            true,
            null,
            AT,
            Deployment.Outcome.ROLLED_BACK,
            Deployment.Kind.HOTFIX,
            Deployment.Trigger.TICKET,
            Deployment.Via.GITOPS,
            ticket == null ? null : ticket.id(),
            List.of(),
            3,
            "y",
            AT.plusNanos(1000));
    return new Judged(
        deployment,
        null,
        leads,
        true,
        false,
        failures,
        List.of(),
        Set.of(Attribution.EXPLICIT, Attribution.REVERT),
        ticket);
  }
}
