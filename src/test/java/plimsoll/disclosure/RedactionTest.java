package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static final Redaction REDACTION =
      Redaction.of(
          List.of(
              "Ada Lovelace",
              "ada.lovelace",
              "José Núñez",
              "Will Grant",
              "Mark Twain",
              "al",
              "akiko77",
              "田中 花子",
              "Jean-Luc Picard",
              "سارة علي"),
          List.of("Payments Core", "payments-core", "checkout", "Platform"));

  @Test
  void namesAreTakenOutInWholeAndInPart() {
    says("[name] never answers", "Ada Lovelace never answers");
    says("ask [name], or [name]’s deputy", "ask Ada, or Lovelace’s deputy");
    says("ask [name] or [name]", "ask ada lovelace or ADA");
    says("[name] and [name] decide", "Jose and Núñez decide");
    says("[name] said", "Picard said");
    says("[name]-[name] said", "Jean-Luc said");
  }

  @Test
  void wordsThatAreNamesTooStayWhereTheyAreWrittenSmall() {
    says("we will mark it", "we will mark it");
    says("[name] did it", "Will did it");
    says("it was [name]", "it was will grant");
  }

  @Test
  void keysAndHandlesAreTakenOut() {
    says("[name] broke it", "akiko77 broke it");
    says("[name] broke it", "ada.lovelace broke it");
    says("ping [name] please", "ping @someone_else please");
    says("al fresco", "al fresco");
  }

  @Test
  void addressesLinksTicketsAndLongNumbersAreTakenOut() {
    says("write to [address].", "write to x.y+z@mail.example.org.");
    says("see [link] first", "see https://wiki/x?y=1 first");
    says("like [ticket] did", "like OPS-1234 did");
    says("call [number] now", "call +49 30 123456 now");
    says("takes 45 minutes, 3 times in 2026", "takes 45 minutes, 3 times in 2026");
  }

  @Test
  void teamsAreTakenOutWhereTheyAreMeant() {
    says("the [team] people", "the payments core people");
    says("the [team] repo", "the payments-core repo");
    says("[team] is slow", "Checkout is slow");
    says("the [team] team is slow", "the checkout team is slow");
    says("a slow checkout of the repository", "a slow checkout of the repository");
    says("the platform is slow", "the platform is slow");
  }

  @Test
  void namesInScriptsWithoutCaseAreFoundInsideOfWords() {
    says("[name]さんに聞く", "田中さんに聞く");
    says("[name]さん", "田中花子さん");
    says("اسأل [name]", "اسأل سارة");
  }

  @Test
  void wordsThatNameNobodyStayAsTheyAre() {
    var words = "Too many tickets: it's 3 days, \"really\" – and (again) nobody's fault.\n\nMore?";
    says(words, words);
    says("", "");
  }

  private static void says(String expected, String words) {
    assertEquals(expected, REDACTION.of(words));
  }
}
