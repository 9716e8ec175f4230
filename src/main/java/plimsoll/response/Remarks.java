package plimsoll.response;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Campaigns;
import plimsoll.disclosure.OwnWords;
import plimsoll.disclosure.Rounding;
import plimsoll.language.Language;
import plimsoll.questionnaire.Surveys;
import plimsoll.survey.Question;
import plimsoll.survey.Text;

/**
 * What people wrote in own words, as far as it may be read: of the organisation alone, where enough
 * wrote, some time after closing, and by others than reviewers only what these let through.
 */
@ApplicationScoped
@Transactional
public class Remarks {
  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Surveys surveys;
  @Inject Clock clock;

  /**
   * What was written to one question.
   *
   * @param state whether it may be read at all
   * @param people how many wrote, as a band; null unless it may be read
   * @param shown what others may read, in an order that means nothing
   */
  public record Topic(
      String item, String question, OwnWords state, String people, List<String> shown) {

    /** Without anybody's words. */
    Topic bare() {
      return new Topic(item, question, state, people, List.of());
    }
  }

  /**
   * One person's words, for a reviewer.
   *
   * @param words without names
   * @param shown what others may read of it; null where nothing
   */
  public record Waiting(
      UUID id, String item, String words, String state, boolean reviewersOnly, String shown) {
    /** Nobody decided on it yet, and somebody should. */
    boolean undecided() {
      return !reviewersOnly && state.equals(Remark.State.WAITING.name());
    }
  }

  /** Every question of a campaign that asks for own words, with what was let through. */
  public List<Topic> topics(UUID campaign) {
    var view = campaigns.get(campaign);
    var remarks = readable(view);
    return questions(view).stream().map(question -> topic(view, question, remarks)).toList();
  }

  /** What reviewers read, by the item: all that may be read by anybody at all. */
  public Map<String, List<Waiting>> toReview(UUID campaign) {
    return readable(campaigns.get(campaign)).values().stream()
        .flatMap(List::stream)
        .map(Remarks::waiting)
        .collect(groupingBy(Waiting::item));
  }

  /**
   * @param shortened what others may read of it; null to leave it out
   * @throws Refusal 404 when there is none that may be read, 409 when its author wants no others to
   *     read it, 422 when something was added
   */
  public void review(UUID campaign, UUID id, String shortened) {
    var remark =
        readable(campaigns.get(campaign)).values().stream()
            .flatMap(List::stream)
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("comment"));
    if (shortened == null) remark.leaveOut();
    else remark.letThrough(shortened);
  }

  /** By the item; what may not be read by anybody is not in it. Random ids give the order. */
  private Map<String, List<Remark>> readable(CampaignView view) {
    Map<String, List<Remark>> all =
        database
            .createQuery(
                "select r from Remark r where r.campaign = :campaign order by r.id", Remark.class)
            .setParameter("campaign", view.id())
            .getResultStream()
            .collect(groupingBy(Remark::item));
    all.values().removeIf(some -> state(view, some.size()) != OwnWords.READABLE);
    return all;
  }

  private Topic topic(CampaignView view, Question question, Map<String, List<Remark>> readable) {
    var remarks = readable.getOrDefault(question.id(), List.of());
    var shown = remarks.stream().flatMap(one -> Optional.ofNullable(one.letThrough()).stream());
    return new Topic(
        question.id(),
        wording(view, question),
        state(view, remarks.size()),
        remarks.isEmpty() ? null : Rounding.band(remarks.size()),
        shown.toList());
  }

  private OwnWords state(CampaignView view, int people) {
    return OwnWords.of(people, view.minimumGroup(), view.closedAt(), clock.instant());
  }

  private static String wording(CampaignView view, Question question) {
    var since = Language.ENGLISH.day(view.since());
    return question.wording().in(Text.ENGLISH, Map.of("platform", view.platform(), "start", since));
  }

  private List<Question> questions(CampaignView view) {
    return surveys.get(view.survey(), view.edition()).questions().stream()
        .filter(Question.OpenText.class::isInstance)
        .toList();
  }

  private static Waiting waiting(Remark remark) {
    return new Waiting(
        remark.id(),
        remark.item(),
        remark.words(),
        remark.state().name(),
        remark.reviewersOnly(),
        remark.letThrough());
  }
}
