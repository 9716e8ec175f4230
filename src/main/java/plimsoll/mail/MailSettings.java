package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.language.Language;

/** What was configured about mail. */
@ApplicationScoped
public class MailSettings {
  @Inject
  @ConfigProperty(name = "plimsoll.mail.url")
  Optional<String> url;

  @Inject
  @ConfigProperty(name = "plimsoll.mail.from")
  Optional<String> from;

  @Inject
  @ConfigProperty(name = "plimsoll.mail.bounces")
  Optional<String> bounces;

  @Inject
  @ConfigProperty(name = "plimsoll.mail.rate", defaultValue = "120")
  int rate;

  @Inject
  @ConfigProperty(name = "plimsoll.mail.languages", defaultValue = "en")
  List<String> languages;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  /** True where letters go by mail, and nobody is given other people's links. */
  public boolean on() {
    return url.filter(text -> !text.isBlank()).isPresent();
  }

  /** In which letters are written, one below the other; at least one. */
  public List<Language> languages() {
    return languages.stream().map(Language::of).distinct().toList();
  }

  MailServer server() {
    return MailServer.of(url.orElseThrow());
  }

  /** The mailbox that bounces come to; empty when none is read. */
  Optional<MailServer> mailbox() {
    return bounces.filter(text -> !text.isBlank()).map(MailServer::of);
  }

  /** The least time from one letter to the next. */
  long pauseMilliseconds() {
    return rate <= 0 ? 0 : 60_000L / rate;
  }

  InternetAddress sender() {
    try {
      return InternetAddress.parse(
          from.filter(text -> !text.isBlank()).orElse("Plimsoll <plimsoll@" + host() + ">"))[0];
    } catch (AddressException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException("PLIMSOLL_MAIL_FROM is no mail address", e);
    }
  }

  /** Where people reach a page of the service. */
  public String link(String path) {
    return (address.endsWith("/") ? address : address + "/") + path;
  }

  private String host() {
    return URI.create(address).getHost();
  }
}
