package plimsoll.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import plimsoll.access.Refusal;
import plimsoll.access.Throttle;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Invitations;
import plimsoll.campaign.Seat;
import plimsoll.questionnaire.Surveys;
import plimsoll.survey.Survey;

/** What stands behind a personal link. */
@ApplicationScoped
public class Links {
  private static final int LONGEST_TOKEN = 100;

  /** So much of a guess counts as the same try, from wherever it comes. */
  private static final int BEGINNING = 8;

  private static final Duration WHILE = Duration.ofMinutes(10);

  @Inject Invitations invitations;
  @Inject Surveys surveys;
  @Inject Clock clock;
  @Inject HttpServletRequest request;
  private final Throttle guessesByAddress = new Throttle(100, WHILE);
  private final Throttle guessesByBeginning = new Throttle(30, WHILE);

  /**
   * Everything that a link leads to, and no person.
   *
   * @param survey as it is asked behind this link: in an order of its own, and of banks of items a
   *     part
   * @param whole all that the survey can ask
   */
  public record Link(Seat seat, CampaignView campaign, Survey survey, Survey whole) {}

  /**
   * @throws Refusal 404 when it leads nowhere, 429 when many such came, 410 when the campaign is
   *     closed
   */
  public Link find(String token) {
    var found =
        token.length() > LONGEST_TOKEN
            ? Optional.<Invitations.Behind>empty()
            : invitations.behind(token);
    return link(token, found.orElseThrow(() -> nowhere(token)));
  }

  /**
   * A link that answers may come by now.
   *
   * @throws Refusal as {@link #find}; 403 before the campaign opens, 409 when an answer came
   *     already
   */
  public Link open(String token) {
    var link = find(token);
    if (link.campaign().state(clock.instant()) == CampaignView.State.PLANNED) {
      throw new Refusal(403, "This survey has not opened yet. Come back with the same link.");
    }
    if (link.seat().submitted()) {
      throw answered();
    }
    return link;
  }

  static Refusal answered() {
    return new Refusal(409, "Your answers are in already. They count once and can't be changed.");
  }

  static Refusal closed() {
    return new Refusal(410, "This survey is closed, so no answers are taken any more.");
  }

  /** Whoever has a link never comes here, however many guesses come from the same address. */
  private Refusal nowhere(String token) {
    var now = clock.instant();
    var beginning = token.substring(0, Math.min(BEGINNING, token.length()));
    int wait =
        Math.max(
            guessesByAddress.count(request.getRemoteAddr(), now),
            guessesByBeginning.count(beginning, now));
    return wait == 0
        ? new Refusal(404, "This link leads nowhere. Check that all of it was copied.")
        : Refusal.tooMany(
            "Too many links that lead nowhere came from here. Check that all of yours was copied,"
                + " and try again later.",
            wait);
  }

  private Link link(String token, Invitations.Behind found) {
    var seat = found.seat();
    var campaign = found.campaign();
    if (campaign.state(clock.instant()) == CampaignView.State.CLOSED) {
      throw closed();
    }
    var whole = surveys.get(campaign.survey(), campaign.edition());
    int place = whole.split() ? invitations.place(seat) : 0;
    return new Link(seat, campaign, whole.arranged(new Seal(token).order(), place), whole);
  }
}
