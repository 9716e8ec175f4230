package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailServerTest {
  @Test
  void anAddressNamesAllOfIt() {
    var server =
        MailServer.of("smtp://ada%40example.org:p%3A+%2F@mail.example.org?starttls=required");
    assertEquals("ada@example.org", server.user());
    assertEquals("p:+/", server.password());
    assertEquals(587, server.port());
    var told = server.properties("survey@example.org");
    assertEquals("true", told.getProperty("mail.smtp.starttls.required"));
    assertEquals("true", told.getProperty("mail.smtp.auth"));
    assertEquals("true", told.getProperty("mail.smtp.ssl.checkserveridentity"));
    assertEquals("survey@example.org", told.getProperty("mail.smtp.from"));
  }

  @Test
  void theRestIsAsUsual() {
    var open = MailServer.of("smtp://127.0.0.1:25");
    assertNull(open.user());
    assertNull(open.password());
    assertEquals("false", open.properties(null).getProperty("mail.smtp.auth"));
    assertEquals("false", open.properties(null).getProperty("mail.smtp.starttls.required"));
    assertEquals(465, MailServer.of("smtps://mail.example.org").port());
    assertEquals(993, MailServer.of("imaps://mail.example.org").port());
    assertEquals("INBOX", MailServer.of("imap://mail.example.org").folder());
    assertEquals("bounces", MailServer.of("imap://mail.example.org/bounces").folder());
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutItsPassword() {
    for (var url :
        List.of("http://secret@x", "mail.example.org", "smtp://u:secret@h h", "smtp://x?tls=yes")) {
      var refused = assertThrows(IllegalArgumentException.class, () -> MailServer.of(url));
      assertFalse(refused.getMessage().contains("secret"));
      assertNull(refused.getCause());
    }
  }
}
