package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.campaign.Progress;
import plimsoll.campaign.Progress.TeamProgress;
import plimsoll.readiness.Organisation;

class OutlookTest {

  private static Progress progress(int invited, Integer answered, String response) {
    return new Progress(
        null,
        "quarterly",
        "2026.1",
        "Spring",
        "we",
        "it",
        "open",
        null,
        null,
        5,
        invited,
        answered,
        response,
        List.of(
            new TeamProgress("a", "A", 10, null),
            new TeamProgress("b", "B", 10, "< 50 %"),
            new TeamProgress("c", "C", 10, "50–79 %")),
        0);
  }

  @Test
  void whatSilenceCouldChangeIsSaidOfBandsAlone() {
    var last = Organisation.wave(30, 10).published();
    var words = Outlook.words(progress(30, 12, "< 50 %"), last);
    assertEquals(1, words.size());
    assertTrue(
        words
            .get(0)
            .startsWith(
                "In 2 of 3 teams fewer than half have answered, or too few to tell; a verdict needs"
                    + " half of all. By what the last reading found, those who have not answered:"),
        words.get(0));
  }

  @Test
  void whereAllAnsweredOrNobodyIsAskedNothingIsSaid() {
    var last = Organisation.wave(30, 10).published();
    assertEquals(List.of(), Outlook.words(progress(30, 30, "≥ 80 %"), last));
    assertEquals(List.of(), Outlook.words(progress(0, null, null), last));
  }
}
