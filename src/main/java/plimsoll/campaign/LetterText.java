package plimsoll.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import plimsoll.language.Language;
import plimsoll.mail.Message;

/**
 * What letters say, as text and as HTML from the same paragraphs. The receiver's language is not
 * known, so they say it in each language that an administrator chose, one below the other.
 *
 * @param languages at least one; the subject is in the first
 * @param purpose why it is asked, in a language
 * @param optOut the address of the page that ends such mail
 */
record LetterText(
    List<Language> languages,
    CampaignView campaign,
    String name,
    String address,
    Function<Language, String> purpose,
    String optOut) {

  static String moment(Language language, Instant at) {
    return language.moment(at, ZoneOffset.UTC);
  }

  Message.Mail invitation(String link, String team) {
    return mail(
        first().say("letter.asking", campaign.askedBy(), campaign.title(), campaign.minutes()),
        link,
        language ->
            new Part(
                language,
                List.of(
                    language.say("letter.hello", name),
                    language.say("letter.asked", campaign.askedBy(), team)
                        + " "
                        + purpose.apply(language),
                    language.say(
                        "letter.minutes",
                        campaign.minutes(),
                        moment(language, campaign.closesAt()))),
                language.say("letter.answer", campaign.minutes()),
                List.of(promise(language), language.say("letter.yours"))));
  }

  Message.Mail reminder(String link) {
    return mail(
        first().say("letter.until", day(first(), campaign.closesAt()), campaign.title()),
        link,
        language ->
            new Part(
                language,
                List.of(
                    language.say("letter.hello", name),
                    language.say(
                        "letter.missing",
                        campaign.askedBy(),
                        moment(language, campaign.closesAt()))),
                language.say("letter.answer", campaign.minutes()),
                List.of(promise(language), language.say("letter.only"))));
  }

  Message.Mail results(String page) {
    return mail(
        first().say("letter.results", campaign.title()),
        page,
        language ->
            new Part(
                language,
                List.of(
                    language.say("letter.hello", name),
                    language.say("letter.found", campaign.title())),
                language.say("letter.see"),
                List.of()));
  }

  /** All that is said in one language. */
  private record Part(Language language, List<String> before, String button, List<String> after) {

    String text(String link) {
      return paragraphs(before) + link + "\n\n" + paragraphs(after);
    }

    String html(String link) {
      return """
          <div lang="%s" dir="%s">
          %s
          <p><a href="%s" style="display:inline-block;padding:.6em 1.2em;background:#1d4f91;color:#fff;text-decoration:none">%s</a></p>
          %s
          </div>
          """
          .formatted(
              language.tag(),
              language.direction(),
              marked(before),
              escaped(link),
              escaped(button),
              marked(after));
    }

    private static String paragraphs(List<String> all) {
      return all.stream().map(one -> one + "\n\n").collect(Collectors.joining());
    }

    private static String marked(List<String> all) {
      return all.stream()
          .map(one -> "<p>" + escaped(one) + "</p>")
          .collect(Collectors.joining("\n"));
    }
  }

  private Language first() {
    return languages.get(0);
  }

  private String promise(Language language) {
    return language.say("letter.promise", campaign.minimumGroup());
  }

  private static String day(Language language, Instant at) {
    return language.day(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private Message.Mail mail(String subject, String link, Function<Language, Part> wording) {
    var parts = languages.stream().map(wording).toList();
    return new Message.Mail(address, subject, text(link, parts), html(link, parts));
  }

  private String text(String link, List<Part> parts) {
    return parts.stream().map(one -> one.text(link)).collect(Collectors.joining("* * *\n\n"))
        + "-- \n"
        + ends()
        + ": "
        + optOut
        + "\n";
  }

  private String html(String link, List<Part> parts) {
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:36em">
        %s
        <p><small><a href="%s">%s</a></small></p>
        </body></html>
        """
        .formatted(
            first().tag(),
            parts.stream().map(one -> one.html(link)).collect(Collectors.joining("<hr>\n")),
            escaped(optOut),
            escaped(ends()));
  }

  private String ends() {
    return languages.stream()
        .map(language -> language.say("letter.end"))
        .collect(Collectors.joining(" · "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
