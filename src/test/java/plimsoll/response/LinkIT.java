package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** What a link's pages leave behind on the way, and what they tell to who guesses. */
@ExtendWith(OnTheServer.class)
class LinkIT {

  @Test
  void noCacheKeepsWhatALinkLeadsTo() {
    var wave = Wave.of(6);
    for (String path : List.of("/s/", "/api/v1/invitations/")) {
      for (String token : List.of(wave.token(0), "AAAAAAAAAAAAAAAAAAAAAA")) {
        var headers = Api.asNobody().get(path + token).headers();
        assertEquals(List.of("no-store"), headers.allValues("Cache-Control"), path);
        assertEquals(List.of("no-referrer"), headers.allValues("Referrer-Policy"), path);
        assertTrue(headers.firstValue("ETag").isEmpty(), path);
        assertTrue(headers.firstValue("Last-Modified").isEmpty(), path);
      }
    }
  }

  @Test
  void whatIsToldOfACampaignNamesNobodyAndNoLink() {
    var wave = Wave.of(6);
    Wave.answer(wave.token(0), "{\"D1a\":3}");
    var told = wave.progress().toString();
    assertFalse(told.contains("@"), told);
    assertFalse(told.contains(wave.token(0)), told);
  }
}
