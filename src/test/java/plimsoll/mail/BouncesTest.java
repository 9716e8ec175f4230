package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BouncesTest {
  private static final UUID LETTER = UUID.fromString("0b1f6a50-8a0e-4f0e-9b46-0d5b6f1c2a77");

  /** The form of the example in RFC 3464, appendix E, with our Message-ID. */
  private static final String REPORT =
      """
      Date: Thu, 7 Jul 1994 17:16:05 -0400
      From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
      Message-Id: <199407072116.RAA14128@CS.UTK.EDU>
      Subject: Returned mail: Cannot send message for 5 days
      To: <survey@example.org>
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status;
            boundary="RAA14128.773615765/CS.UTK.EDU"

      --RAA14128.773615765/CS.UTK.EDU

      The original message was received at Sat, 2 Jul 1994 17:10:28 -0400

      --RAA14128.773615765/CS.UTK.EDU
      content-type: message/delivery-status

      Reporting-MTA: dns; cs.utk.edu

      Original-Recipient: rfc822;ada@example.org
      Final-Recipient: rfc822;ada@example.org
      Action: ACTION
      Status: STATUS
      Diagnostic-Code: smtp; 550 5.1.1 <ada@example.org>
        user unknown
      Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

      --RAA14128.773615765/CS.UTK.EDU
      content-type: PART

      From: survey@example.org
      Message-ID: <LETTER@example.org>
      Subject: Five minutes

      --RAA14128.773615765/CS.UTK.EDU--
      """;

  @Test
  void aFinalFailureTellsTheLetterAndWhatTheOtherServerSaid() throws Exception {
    for (var part : List.of("message/rfc822", "text/rfc822-headers")) {
      var bounce = Bounce.of(report("failed", "5.1.1", part)).orElseThrow();
      assertEquals(LETTER, bounce.letter());
      assertEquals("550 5.1.1 <ada@example.org> user unknown", bounce.reason());
    }
  }

  @Test
  void whatIsOnlyLateOrDeliveredOrNotOursIsNoBounce() throws Exception {
    assertEquals(Optional.empty(), Bounce.of(report("delayed", "4.4.7", "message/rfc822")));
    assertEquals(Optional.empty(), Bounce.of(report("relayed", "2.1.9", "message/rfc822")));
    assertEquals(Optional.empty(), Bounce.of(report("failed", "4.4.7", "message/rfc822")));
    var foreign = text("failed", "5.1.1", "message/rfc822").replace(LETTER + "@", "other@");
    assertEquals(Optional.empty(), Bounce.of(mail(foreign)));
    assertEquals(Optional.empty(), Bounce.of(mail("Subject: I am on holiday\n\nTill Monday.\n")));
  }

  @Test
  void theMailboxIsReadOnceAndWhatIsNoBounceIsLeftAlone() throws Exception {
    var real = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    real.start();
    var user = real.setUser("survey@example.org", "survey", "a secret");
    user.deliver(report("failed", "5.1.1", "message/rfc822"));
    user.deliver(mail("Subject: I am on holiday\n\nTill Monday.\n"));
    var came = new ArrayList<String>();
    var bounces = new Bounces();
    bounces.settings = new MailSettings();
    bounces.settings.bounces =
        Optional.of("imap://survey:a%20secret@127.0.0.1:" + real.getImap().getPort() + "/INBOX");
    bounces.outbox =
        new Outbox() {
          @Override
          public boolean bounced(UUID id, String reason) {
            return came.add(id + " " + reason);
          }
        };
    bounces.perform();
    bounces.perform();
    var seen = new ArrayList<Boolean>();
    for (var mail : real.getReceivedMessages()) seen.add(mail.isSet(Flags.Flag.SEEN));
    real.stop();
    assertEquals(List.of(LETTER + " 550 5.1.1 <ada@example.org> user unknown"), came);
    assertTrue(seen.isEmpty() || seen.equals(List.of(true, false)), seen::toString);
  }

  private static MimeMessage report(String action, String status, String part) throws Exception {
    return mail(text(action, status, part));
  }

  private static String text(String action, String status, String part) {
    return REPORT
        .replace("ACTION", action)
        .replace("STATUS", status)
        .replace("PART", part)
        .replace("LETTER", LETTER.toString());
  }

  private static MimeMessage mail(String text) throws Exception {
    var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
