package plimsoll.campaign;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import plimsoll.catalog.People;
import plimsoll.catalog.PersonView;
import plimsoll.mail.Author;
import plimsoll.mail.Letter;
import plimsoll.mail.MailSettings;
import plimsoll.mail.Message;
import plimsoll.mail.OptOuts;
import plimsoll.mail.Outbox;
import plimsoll.questionnaire.Surveys;

/**
 * The letters of a campaign: puts them into the outbox, and writes each at the moment it is sent,
 * from the key in the vault, so that no link is ever kept.
 */
@ApplicationScoped
@Transactional
public class CampaignLetters implements Author {
  static final String INVITATION = "invitation";
  static final String REMINDER = "reminder";
  static final String RESULTS = "results";
  static final String OPENED = "opened";
  static final String REMINDED = "reminded";
  static final String FOUND = "found";

  private static final List<String> KINDS =
      List.of(INVITATION, REMINDER, RESULTS, OPENED, REMINDED, FOUND);

  @Inject Outbox outbox;
  @Inject OptOuts optOuts;
  @Inject MailSettings mail;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject People people;
  @Inject Surveys surveys;
  @Inject Vault vault;
  @Inject Clock clock;

  @Inject Channels channels;

  /** Somebody whom a letter could not reach, for an administrator. */
  public record Unreached(String name, String email, String team, String reason) {}

  /**
   * Has those invited written to, and the channel told of the first round.
   *
   * @return how many of them no letter can reach
   */
  int invite(CampaignView campaign, List<Invitation> made, boolean first, Instant now) {
    var from = campaign.opensAt().isAfter(now) ? campaign.opensAt() : now;
    if (first) notice(campaign, OPENED, from);
    if (!mail.on()) return 0;
    var letters = made.stream().map(one -> letter(campaign, one, now, from)).toList();
    outbox.add(letters);
    return (int)
        letters.stream()
            .filter(
                one ->
                    one.state() == Letter.State.UNDELIVERABLE || optOuts.contains(one.receiver()))
            .count();
  }

  private Letter letter(CampaignView campaign, Invitation one, Instant now, Instant from) {
    var known = people.contact(one.person()).filter(contact -> contact.email() != null);
    return known.isPresent()
        ? new Letter(campaign.id(), one.id(), one.person(), INVITATION, from)
        : Letter.undeliverable(
            campaign.id(), one.id(), one.person(), INVITATION, from, "No mail address is known.");
  }

  /** Reminds, once, those who were written to and have not answered. */
  void remind(UUID id, Instant now) {
    if (!campaigns.remind(id, now)) return;
    var campaign = campaigns.get(id);
    var reached =
        outbox.of(id, INVITATION, Letter.State.SENT).stream()
            .map(Letter::reference)
            .collect(toSet());
    var letters = new ArrayList<Letter>();
    for (var one : invitations.unanswered(id)) {
      if (reached.contains(one.id())) {
        letters.add(new Letter(id, one.id(), one.person(), REMINDER, now));
      }
    }
    outbox.add(letters);
    notice(campaign, REMINDED, now);
  }

  /**
   * Tells everybody who was asked in a closed campaign that its results are there; to be called
   * when somebody publishes them. Calling it again tells nobody twice.
   *
   * @param path where they can be read without sign-in
   * @return false when they were told before, or the campaign is not closed
   */
  public boolean tellResults(UUID id, String path) {
    var now = clock.instant();
    if (!campaigns.tell(id, path)) return false;
    if (mail.on()) {
      outbox.add(
          invitations.all(id).stream()
              .map(one -> new Letter(id, one.id(), one.person(), RESULTS, now))
              .toList());
    }
    notice(campaigns.get(id), FOUND, now);
    return true;
  }

  /** What is done about the results was published. */
  void announced(@Observes Announced event) {
    tellResults(event.campaign(), event.path());
  }

  private void notice(CampaignView campaign, String kind, Instant from) {
    webhook(campaign)
        .ifPresent(
            url ->
                outbox.add(
                    List.of(new Letter(campaign.id(), campaign.id(), campaign.id(), kind, from))));
  }

  private Optional<String> webhook(CampaignView campaign) {
    return Optional.ofNullable(campaign.channel()).or(channels::standard);
  }

  /** Whom letters of a campaign could not reach, by name; as long as the outbox keeps them. */
  public List<Unreached> unreached(UUID campaign) {
    var teams =
        invitations.all(campaign).stream().collect(toMap(Invitation::person, Invitation::team));
    var everybody =
        people.on(clock.instant()).stream().collect(toMap(PersonView::id, person -> person));
    return outbox.of(campaign, INVITATION, Letter.State.UNDELIVERABLE).stream()
        .filter(letter -> everybody.containsKey(letter.receiver()))
        .map(
            letter -> {
              var person = everybody.get(letter.receiver());
              var team = teams.get(letter.receiver());
              return new Unreached(person.name(), person.email(), team, letter.reason());
            })
        .sorted(java.util.Comparator.comparing(Unreached::name))
        .toList();
  }

  /** How far the letters of a campaign are. */
  public Sending sending(UUID campaign) {
    return new Sending(
        outbox.count(campaign, INVITATION, Letter.State.WAITING)
            + outbox.count(campaign, INVITATION, Letter.State.SENDING),
        outbox.count(campaign, INVITATION, Letter.State.SENT),
        outbox.count(campaign, INVITATION, Letter.State.UNDELIVERABLE),
        outbox.count(campaign, INVITATION, Letter.State.OPTED_OUT));
  }

  /**
   * Invitations by mail, in people.
   *
   * @param optedOut want no mail
   */
  public record Sending(int waiting, int sent, int undeliverable, int optedOut) {
    public boolean any() {
      return waiting + sent + undeliverable + optedOut > 0;
    }
  }

  @Override
  public boolean writes(String kind) {
    return KINDS.contains(kind);
  }

  @Override
  public Optional<Message> write(Letter letter) {
    var campaign = campaigns.get(letter.about());
    return switch (letter.kind()) {
      case INVITATION, REMINDER -> asking(letter, campaign);
      case RESULTS -> mail(letter, text -> text.results(results(campaign)));
      default -> webhook(campaign).map(url -> new Message.Notice(url, told(letter, campaign)));
    };
  }

  private Optional<Message> asking(Letter letter, CampaignView campaign) {
    if (campaign.state(clock.instant()) == CampaignView.State.CLOSED) return Optional.empty();
    var invitation = invitations.find(letter.reference());
    if (invitation.isEmpty() || invitation.get().seat().submitted()) return Optional.empty();
    var link = mail.link("s/" + vault.get(campaign.id()).token(letter.reference()));
    var team = campaign.nameOf(invitation.get().team());
    return mail(
        letter,
        text -> letter.kind().equals(REMINDER) ? text.reminder(link) : text.invitation(link, team));
  }

  private interface Wording {
    Message.Mail of(LetterText text);
  }

  /** Empty for who has left. */
  private Optional<Message> mail(Letter letter, Wording wording) {
    var campaign = campaigns.get(letter.about());
    var purpose = surveys.get(campaign.survey(), campaign.edition()).purpose();
    var optOut = optOuts.link(letter.receiver());
    return people
        .contact(letter.receiver())
        .map(
            one ->
                wording.of(
                    new LetterText(
                        mail.languages(),
                        campaign,
                        one.name(),
                        Objects.requireNonNullElse(one.email(), ""),
                        language -> purpose.in(language.tag()),
                        optOut)));
  }

  private String results(CampaignView campaign) {
    return mail.link(campaigns.toldPath(campaign.id()).replaceFirst("^/", ""));
  }

  private String told(Letter letter, CampaignView campaign) {
    var language = mail.languages().get(0);
    var closes = LetterText.moment(language, campaign.closesAt());
    return switch (letter.kind()) {
      case OPENED ->
          language.say(
              "notice.opened", campaign.askedBy(), campaign.title(), campaign.minutes(), closes);
      case REMINDED -> language.say("notice.reminded", campaign.title(), closes);
      default -> language.say("notice.found", campaign.title(), results(campaign));
    };
  }
}
