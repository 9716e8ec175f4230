package plimsoll.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;
import plimsoll.roadmap.Verification.Wave;

/** What readings published of teams' criteria, one after the other. */
@ApplicationScoped
public class Series {
  /** Five years of quarters. */
  private static final int LOOK_BACK = 20;

  private static final int REMEMBERED = 24;

  @Inject Readings readings;

  private final Map<UUID, Published> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Published> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * Scores that one reading showed.
   *
   * @param survey name and edition; null when nobody was asked
   */
  private record Published(
      UUID campaign, LocalDate on, String survey, Map<Criterion, Map<String, Double>> scores) {}

  /**
   * Readings up to one, in the order of time, that asked with the same survey; of each campaign the
   * one that was taken last.
   *
   * @param asked the reading whose survey it is
   */
  List<Wave> of(Criterion criterion, UUID asked, Reading last) {
    var survey = published(asked).survey();
    var campaigns = new HashSet<UUID>();
    var waves = new ArrayList<Wave>();
    for (var id : readings.withAnswers(last.to(), LOOK_BACK)) {
      var one = published(id);
      if (survey != null && survey.equals(one.survey()) && campaigns.add(one.campaign())) {
        waves.add(new Wave(one.on(), one.scores().getOrDefault(criterion, Map.of())));
      }
    }
    Collections.reverse(waves);
    return waves;
  }

  private Published published(UUID id) {
    // A reading never changes, so that remembering it can't show anything old.
    return remembered.computeIfAbsent(id, missing -> read(readings.find(missing).orElseThrow()));
  }

  private Published read(Reading reading) {
    var findings = readings.findings(reading);
    return new Published(
        reading.campaign(),
        LocalDate.ofInstant(reading.to(), ZoneOffset.UTC),
        findings.cut().survey(),
        scores(findings.readiness()));
  }

  /** What people answered; records may join or leave from one reading to the next. */
  private static Map<Criterion, Map<String, Double>> scores(Readiness readiness) {
    var scores = new EnumMap<Criterion, Map<String, Double>>(Criterion.class);
    for (var team : readiness.teams()) {
      for (var result : team.criteria()) {
        if (result.said() != null && result.said().shown()) {
          scores
              .computeIfAbsent(result.criterion(), missing -> new HashMap<>())
              .put(team.team(), result.said().value());
        }
      }
    }
    return scores;
  }
}
