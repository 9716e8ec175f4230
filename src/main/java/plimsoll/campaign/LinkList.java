package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import plimsoll.access.Refusal;
import plimsoll.mail.MailSettings;

/** The personal links of a campaign as CSV, for where no mail is set up. */
@ApplicationScoped
public class LinkList {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("team", "name", "email", "link").get();

  @Inject Invitations invitations;
  @Inject Clock clock;

  @Inject MailSettings mail;

  /** True where links are handed out by hand. */
  boolean offered() {
    return !mail.on();
  }

  /**
   * @throws Refusal 403 where invitations go by mail, 404 for no such campaign, 410 when closed
   */
  String csv(UUID campaign) {
    if (!offered()) {
      throw new Refusal(
          403, "Invitations go by mail here, so nobody is given other people's links.");
    }
    return print(invitations.links(campaign, clock.instant()));
  }

  private String print(List<Invitations.Link> links) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (var link : links) {
        csv.printRecord(
            plain(link.team()),
            plain(link.name()),
            plain(link.email()),
            mail.link("s/" + link.token()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A spreadsheet takes text after such a sign for a formula and would run it. */
  private static String plain(String text) {
    return text != null && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
