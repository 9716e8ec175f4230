package plimsoll.demonstration;

import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.campaign.Campaigns;
import plimsoll.campaign.Closing;
import plimsoll.campaign.Invitations;
import plimsoll.campaign.Plan;
import plimsoll.catalog.Imports;
import plimsoll.delivery.Intake;
import plimsoll.product.Intent;
import plimsoll.product.Portfolio;
import plimsoll.product.State;
import plimsoll.readiness.Edition;
import plimsoll.reading.ReadingWorker;
import plimsoll.reading.Readings;
import plimsoll.reading.Retakes;
import plimsoll.response.Ballots;
import plimsoll.survey.Sheet;

/**
 * Fills an empty database with the made organisation at the first start, by the ways by which real
 * ones come in, so that everything can be tried before anything of one's own is brought in.
 */
@ApplicationScoped
public class Demonstration {
  private static final Logger LOG = Logger.getLogger(Demonstration.class.getName());
  private static final String SOURCE = "demonstration";
  private static final String SURVEY = "quarterly";

  /** What the three that built the same pipeline would try first. */
  private static final String BET = "p3-shared-templates";

  @Inject Imports imports;
  @Inject Intake intake;
  @Inject Workshop workshop;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Ballots ballots;
  @Inject Closing closing;
  @Inject Readings readings;
  @Inject ReadingWorker worker;
  @Inject Retakes retakes;
  @Inject Portfolio portfolio;
  @Inject Visitors visitors;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.demo", defaultValue = "false")
  boolean wanted;

  /** Before readings are looked for, so that those of the past are taken in the order of time. */
  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 700)
          Object start) {
    if (wanted && imports.latest().isEmpty()) {
      fill(Parameters.demonstration(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
      visitors.admit();
    } else if (wanted) {
      LOG.info("Demonstration: the database is not empty, so nothing was added");
      visitors.admitAgain();
    }
  }

  private void fill(Parameters parameters) {
    LOG.info("Demonstration: making an organisation with 12 teams; this takes some seconds");
    var organisation = Organisation.generate(parameters);
    takeCatalog(organisation, organisation.start().minusDays(1));
    takeEvents(organisation);
    var clusters = organisation.clusters();
    for (var wave : organisation.waves()) {
      ask(organisation, clusters, wave);
      if (wave.equals(organisation.waves().get(0))) {
        accept(organisation, wave);
      }
    }
    takeAgain();
    takeCatalog(organisation, parameters.asOf());
    workshop.watch(organisation, clusters, parameters.asOf());
    open(organisation.open());
    LOG.info("Demonstration: done");
  }

  private void takeCatalog(Organisation organisation, LocalDate day) {
    var outcome = imports.take(organisation.catalog(day), SOURCE, true, at(day));
    LOG.info(() -> "Demonstration: catalog of " + day + ", " + outcome.inWords());
  }

  /** A week at a time, as if they had come in then. */
  private void takeEvents(Organisation organisation) {
    var weeks =
        organisation
            .events()
            .collect(groupingBy(event -> week(event.at()), TreeMap::new, toList()));
    for (var week : weeks.entrySet()) {
      var lines = week.getValue().stream().map(Organisation.Event::line).collect(joining("\n"));
      var sunday = at(week.getKey().plusWeeks(1));
      intake.takeLines(lines, sunday.isAfter(clock.instant()) ? clock.instant() : sunday);
    }
    var count = weeks.values().stream().mapToInt(List::size).sum();
    LOG.info(() -> "Demonstration: " + count + " deployments, incidents and tickets");
  }

  private static LocalDate week(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).with(previousOrSame(DayOfWeek.MONDAY));
  }

  /** One survey that is over, with its reading. */
  private void ask(Organisation organisation, List<Cluster> clusters, Organisation.Wave wave) {
    if (!wave.opens().isBefore(organisation.moved())) {
      takeCatalog(organisation, organisation.moved());
    }
    workshop.show(organisation, clusters, wave.opens(), organisation.wavesAgo(wave));
    var campaign = answered(wave);
    closing.close(campaign, at(wave.closes()));
    var last = organisation.waves().indexOf(wave) == organisation.waves().size() - 1;
    var edition = last ? Edition.CURRENT : Edition.ALL.get(0);
    readings.pending(10).forEach(reading -> worker.takeNow(reading.id(), edition));
    LOG.info(
        () -> "Demonstration: %s, %d answers read".formatted(wave.title(), wave.replies().size()));
  }

  /** A bet of the first wave, which the last one checks; what comes of it is not made up. */
  private void accept(Organisation organisation, Organisation.Wave first) {
    var last = organisation.waves().get(organisation.waves().size() - 1).closes();
    if (last.isAfter(first.closes())
        && portfolio.latest().flatMap(view -> view.entry(BET)).isPresent()) {
      var intent =
          new Intent(
              State.ACCEPTED, null, "Ada Byron", null, null, null, null, null, null, last, null);
      portfolio.decide(BET, intent, SOURCE, at(first.closes().plusDays(14)));
    }
  }

  /** The wave before the last, so that both editions of the method can be seen side by side. */
  private void takeAgain() {
    var before = readings.done(2).get(1);
    worker.takeNow(retakes.request(before, null, SOURCE).id());
    LOG.info("Demonstration: one wave taken again with the newer edition of the method");
  }

  /** Some have answered; the others can still try the form. */
  private void open(Organisation.Wave wave) {
    answered(wave);
    LOG.info(() -> "Demonstration: %s is open until %s".formatted(wave.title(), wave.closes()));
  }

  private UUID answered(Organisation.Wave wave) {
    var opens = at(wave.opens());
    var plan =
        new Plan(
            SURVEY,
            null,
            opens,
            at(wave.closes()),
            null,
            wave.title(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    var campaign = campaigns.open(plan, opens).id();
    invitations.invite(campaign, opens);
    ballots.cast(campaign, sheets(wave));
    invitations.claimAnyOf(campaign, answers(wave), new Random(wave.title().hashCode()));
    return campaign;
  }

  private static Map<String, List<Sheet>> sheets(Organisation.Wave wave) {
    return wave.replies().stream()
        .collect(
            groupingBy(Organisation.Reply::team, mapping(Organisation.Reply::sheet, toList())));
  }

  private static Map<String, Integer> answers(Organisation.Wave wave) {
    return wave.replies().stream()
        .collect(
            groupingBy(Organisation.Reply::team, collectingAndThen(counting(), Long::intValue)));
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
