package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final UUID LETTER = UUID.fromString("0b1f6a50-8a0e-4f0e-9b46-0d5b6f1c2a77");
  private static final String OPT_OUT = "https://plimsoll.example.org/unsubscribe/word";

  @Test
  void aLetterSaysHowToEndItAndAlwaysHasTheSameId() throws Exception {
    var real = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    real.start();
    try (var post = post(real.getSmtp().getPort())) {
      assertEquals(new Delivery.Accepted(), send(post, "ada@example.org"));
      assertInstanceOf(Delivery.Accepted.class, send(post, "ada@example.org"));
    }
    var came = real.getReceivedMessages();
    real.stop();
    assertEquals(2, came.length);
    for (var mail : came) {
      assertEquals("<" + LETTER + "@example.org>", mail.getHeader("Message-ID")[0]);
      assertEquals("<" + OPT_OUT + ">", mail.getHeader("List-Unsubscribe")[0]);
      assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post")[0]);
      assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
      assertEquals("Wie läuft’s?", mail.getSubject());
      var parts = (Multipart) mail.getContent();
      assertTrue(parts.getBodyPart(0).isMimeType("text/plain"));
      assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
      assertEquals("<p>Grüße</p>", parts.getBodyPart(1).getContent());
    }
  }

  @Test
  void whatTheServerSaysOfAReceiverDecides() throws Exception {
    try (var server = new ScriptedServer();
        var post = post(server.port)) {
      server.answers.put("gone@example.org", "550 5.1.1 no such user");
      server.answers.put("grey@example.org", "451 4.7.1 come back later");
      server.answers.put("busy@example.org", "421 4.3.2 too busy");
      var gone = assertInstanceOf(Delivery.Refused.class, send(post, "gone@example.org"));
      assertTrue(gone.reason().contains("550 5.1.1 no such user"), gone.reason());
      assertInstanceOf(Delivery.Postponed.class, send(post, "grey@example.org"));
      assertInstanceOf(Delivery.Accepted.class, send(post, "grey@example.org"));
      assertInstanceOf(Delivery.Unreachable.class, send(post, "busy@example.org"));
      assertInstanceOf(Delivery.Accepted.class, send(post, "ada@example.org"));
      assertInstanceOf(Delivery.Refused.class, send(post, "no address"));
    }
  }

  @Test
  void aServerThatIsAwayIsNobodysFault() throws Exception {
    var server = new ScriptedServer();
    server.close();
    try (var post = post(server.port)) {
      assertInstanceOf(Delivery.Unreachable.class, send(post, "ada@example.org"));
    }
  }

  private static Delivery send(Post post, String to) {
    var mail = new Message.Mail(to, "Wie läuft’s?", "Grüße", "<p>Grüße</p>");
    return post.send(LETTER, mail, OPT_OUT, NOW);
  }

  private static Post post(int port) throws Exception {
    return new Post(
        MailServer.of("smtp://127.0.0.1:" + port), new InternetAddress("survey@example.org"));
  }
}
