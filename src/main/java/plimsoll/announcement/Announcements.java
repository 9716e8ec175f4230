package plimsoll.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.campaign.Announced;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Campaigns;

/**
 * What people are told after a campaign: what they said, and what is done about it or not, and why.
 * It is edited until it is published; from then on corrections are added, and nothing is changed.
 */
@ApplicationScoped
@Transactional
public class Announcements {
  /** Where published ones are read, followed by the link. */
  public static final String PATH = "/changes/";

  private static final int MOST_LINES = 30;
  private static final int MOST_CORRECTION = 1000;

  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Event<Announced> announced;
  @Inject Clock clock;

  /** The campaign's, published or not; empty before its first line. */
  public Optional<AnnouncementView> of(UUID campaign) {
    return find(campaign).map(this::view);
  }

  /** A published one by the end of its path; looked up whole, so nothing is learned by parts. */
  public Optional<AnnouncementView> published(String link) {
    return database
        .createQuery(
            "select a from Announcement a where a.link = :link and a.publishedAt is not null",
            Announcement.class)
        .setParameter("link", link)
        .getResultStream()
        .findFirst()
        .map(this::view);
  }

  /**
   * Where somebody who is asked now can read what became of the last time: of the latest campaign
   * before that asked this person's team, and was answered with an announcement.
   *
   * @param team key of the person's team
   */
  public Optional<String> before(CampaignView campaign, String team) {
    return database
        .createQuery(
            "select a.link from Announcement a, Campaign c, CampaignTeam t"
                + " where a.campaign = c.id and t.campaign = c.id and t.key = :team"
                + " and a.publishedAt is not null and c.opensAt < :opens and c.id <> :id"
                + " order by c.opensAt desc",
            String.class)
        .setParameter("team", team)
        .setParameter("opens", campaign.opensAt())
        .setParameter("id", campaign.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(PATH::concat);
  }

  /**
   * @throws Refusal 404 for no such campaign, 409 before it is closed and after it was published,
   *     422 when something in it is wrong
   */
  public void add(UUID campaign, Answered answered) {
    var announcement = editable(campaign);
    var entries = entries(announcement);
    if (entries.size() >= MOST_LINES) {
      throw new Refusal(409, "More than " + MOST_LINES + " lines are read by nobody.");
    }
    int place = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).place() + 1;
    database.persist(new AnnouncementEntry(announcement.id(), place).say(answered.checked()));
  }

  /**
   * @throws Refusal as {@link #add}; 404 for no such line
   */
  public void change(UUID campaign, UUID line, Answered answered) {
    entry(editable(campaign), line).say(answered.checked());
  }

  /**
   * @throws Refusal as {@link #change}
   */
  public void remove(UUID campaign, UUID line) {
    database.remove(entry(editable(campaign), line));
  }

  /**
   * @throws Refusal as {@link #add}; 409 while it is empty
   */
  public void publish(UUID campaign) {
    var announcement = editable(campaign);
    if (entries(announcement).isEmpty()) {
      throw new Refusal(409, "There is nothing to publish yet. Write a line first.");
    }
    announcement.publish(clock.instant());
    announced.fire(new Announced(campaign, PATH + announcement.link()));
  }

  /**
   * Adds to what was published.
   *
   * @throws Refusal 404 where there is none, 409 before it was published, 422 for no words or too
   *     many
   */
  public void correct(UUID campaign, String words) {
    campaigns.hold(campaign);
    var announcement = find(campaign).orElseThrow(() -> Refusal.notFound("announcement"));
    if (announcement.publishedAt() == null) {
      throw new Refusal(409, "It is not published yet: change the lines themselves.");
    }
    var text = words == null ? "" : words.strip();
    if (text.isEmpty() || text.length() > MOST_CORRECTION) {
      throw Refusal.wrong("words", "Add 1 to " + MOST_CORRECTION + " characters.");
    }
    database.persist(new AnnouncementCorrection(announcement.id(), text, clock.instant()));
  }

  private Announcement editable(UUID campaign) {
    campaigns.hold(campaign);
    if (campaigns.get(campaign).closedAt() == null) {
      throw new Refusal(409, "The campaign is not closed yet, so nobody knows what people said.");
    }
    var announcement = find(campaign).orElseGet(() -> made(campaign));
    if (announcement.publishedAt() != null) {
      throw new Refusal(409, "It is published, so its lines stay as they are. Add a correction.");
    }
    return announcement;
  }

  private Announcement made(UUID campaign) {
    var announcement = new Announcement(campaign);
    database.persist(announcement);
    return announcement;
  }

  private AnnouncementEntry entry(Announcement announcement, UUID id) {
    return Optional.ofNullable(database.find(AnnouncementEntry.class, id))
        .filter(entry -> entry.announcement().equals(announcement.id()))
        .orElseThrow(() -> Refusal.notFound("line"));
  }

  private Optional<Announcement> find(UUID campaign) {
    return database
        .createQuery(
            "select a from Announcement a where a.campaign = :campaign", Announcement.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .findFirst();
  }

  private AnnouncementView view(Announcement announcement) {
    return new AnnouncementView(
        announcement.campaign(),
        PATH + announcement.link(),
        announcement.publishedAt(),
        entries(announcement).stream().map(AnnouncementEntry::line).toList(),
        corrections(announcement));
  }

  private List<AnnouncementEntry> entries(Announcement announcement) {
    return database
        .createQuery(
            "select e from AnnouncementEntry e where e.announcement = :id", AnnouncementEntry.class)
        .setParameter("id", announcement.id())
        .getResultStream()
        .sorted(Comparator.comparingInt(AnnouncementEntry::place))
        .toList();
  }

  private List<AnnouncementView.Correction> corrections(Announcement announcement) {
    return database
        .createQuery(
            "select c from AnnouncementCorrection c where c.announcement = :id"
                + " order by c.writtenAt",
            AnnouncementCorrection.class)
        .setParameter("id", announcement.id())
        .getResultStream()
        .map(AnnouncementCorrection::view)
        .toList();
  }
}
