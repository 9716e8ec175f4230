package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import plimsoll.questionnaire.Surveys;

/** One wave: one edition of a survey, asked of some teams between two moments. */
@Entity
@Table(name = "campaign")
class Campaign {
  @Id private UUID id;

  @Column(name = "survey_key")
  private String surveyKey;

  @Column(name = "survey_edition")
  private String surveyEdition;

  @Column(name = "survey_digest")
  private String surveyDigest;

  private String title;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "platform_name")
  private String platform;

  @Column(name = "asked_since")
  private LocalDate since;

  @Column(name = "opens_at")
  private Instant opensAt;

  @Column(name = "closes_at")
  private Instant closesAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "minimum_group")
  private int minimumGroup;

  @Column(name = "created_at")
  private Instant createdAt;

  private int minutes;

  @Column(name = "remind_at")
  private Instant remindAt;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "told_path")
  private String toldPath;

  @Column(name = "sample_share")
  private Double sampleShare;

  @Column(name = "sample_people")
  private Integer samplePeople;

  @Column(name = "left_out")
  private int leftOut;

  private String channel;

  protected Campaign() {}

  Campaign(Plan plan, Surveys.Edition edition, LocalDate since, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.surveyKey = edition.survey().key();
    this.surveyEdition = edition.survey().edition();
    this.surveyDigest = edition.digest();
    this.title = plan.title();
    this.askedBy = plan.askedBy();
    this.platform = plan.platform();
    this.since = since;
    this.opensAt = plan.opensAt();
    this.closesAt = plan.closesAt();
    this.minimumGroup = plan.minimumGroup();
    this.createdAt = createdAt;
    this.minutes = edition.survey().minutes();
    this.remindAt = plan.remindAt();
    this.sampleShare = plan.sample() == null ? null : plan.sample().share();
    this.samplePeople = plan.sample() == null ? null : plan.sample().people();
    this.channel = plan.channel();
  }

  UUID id() {
    return id;
  }

  CampaignView view(java.util.List<CampaignView.Team> teams) {
    return new CampaignView(
        id,
        surveyKey,
        surveyEdition,
        surveyDigest,
        title,
        askedBy,
        platform,
        since,
        opensAt,
        closesAt,
        closedAt,
        minimumGroup,
        teams,
        minutes,
        remindAt,
        Sample.of(sampleShare, samplePeople),
        leftOut,
        channel);
  }

  String toldPath() {
    return toldPath;
  }

  /** Notes how many were not asked because their minutes are used up. */
  void leaveOut(int people) {
    leftOut = people;
  }
}
