package plimsoll.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plimsoll.mail.Message;

/**
 * What letters say, as text and as HTML from the same paragraphs. The receiver's language is not
 * known, so they are in English with a line that tells of the others.
 *
 * @param purpose why it is asked
 * @param optOut the address of the page that ends such mail
 */
record LetterText(
    CampaignView campaign, String name, String address, String purpose, String optOut) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final String LANGUAGES =
      "Auf Deutsch · En français · En español · Em português · 日本語 · العربية: the same link.";

  static String moment(Instant at) {
    return MOMENT.format(at.atOffset(ZoneOffset.UTC));
  }

  Message.Mail invitation(String link, String team) {
    return mail(
        "%s asks: %s (%d minutes)"
            .formatted(campaign.askedBy(), campaign.title(), campaign.minutes()),
        link,
        "Answer in %d minutes".formatted(campaign.minutes()),
        List.of(
            "Hello " + name + ",",
            "%s asks you, as a member of %s. %s".formatted(campaign.askedBy(), team, purpose),
            "It takes about %d minutes, until %s. You may stop and go on with the same link."
                .formatted(campaign.minutes(), moment(campaign.closesAt()))),
        List.of(promise(), "The link is yours alone: whoever has it can answer in your place."));
  }

  Message.Mail reminder(String link) {
    return mail(
        "Until %s: %s".formatted(day(campaign.closesAt()), campaign.title()),
        link,
        "Answer in %d minutes".formatted(campaign.minutes()),
        List.of(
            "Hello " + name + ",",
            "%s asked you, and no answer has come yet. There is time until %s; what you saved is kept."
                .formatted(campaign.askedBy(), moment(campaign.closesAt()))),
        List.of(promise(), "This is the only reminder."));
  }

  Message.Mail results(String page) {
    return mail(
        "What was found: " + campaign.title(),
        page,
        "See what was found",
        List.of(
            "Hello " + name + ",",
            "You were asked: %s. What was found, and what is done about it, is there now."
                .formatted(campaign.title())),
        List.of());
  }

  private String promise() {
    return "Only rounded scores of groups are shown, where %d people or more have answered, never one person's answers. Yours are sealed when you send them, and mixed with all others when the survey closes."
        .formatted(campaign.minimumGroup());
  }

  private static String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH)
        .format(at.atOffset(ZoneOffset.UTC));
  }

  private Message.Mail mail(
      String subject, String link, String button, List<String> before, List<String> after) {
    return new Message.Mail(
        address, subject, text(link, before, after), html(link, button, before, after));
  }

  private String text(String link, List<String> before, List<String> after) {
    return String.join("\n\n", before)
        + "\n\n"
        + link
        + "\n\n"
        + after.stream().map(one -> one + "\n\n").collect(Collectors.joining())
        + LANGUAGES
        + "\n\n-- \nNo more mail like this: "
        + optOut
        + "\n";
  }

  private String html(String link, String button, List<String> before, List<String> after) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:36em">
        %s
        <p><a href="%s" style="display:inline-block;padding:.6em 1.2em;background:#1d4f91;color:#fff;text-decoration:none">%s</a></p>
        %s
        <p lang="en">%s</p>
        <p><small><a href="%s">No more mail like this</a></small></p>
        </body></html>
        """
        .formatted(
            paragraphs(before),
            escaped(link),
            escaped(button),
            paragraphs(after),
            LANGUAGES,
            escaped(optOut));
  }

  private static String paragraphs(List<String> all) {
    return all.stream().map(one -> "<p>" + escaped(one) + "</p>").collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
