package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import plimsoll.campaign.CampaignOutlook;
import plimsoll.campaign.Progress;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Silence;

/** Says of an open campaign what its silence could change, by the margins of the last reading. */
@ApplicationScoped
public class Outlook {
  private static final double ENOUGH = 0.5;

  @Inject Readings readings;

  void hint(@Observes CampaignOutlook campaign) {
    readings
        .latest()
        .filter(Reading::leading)
        .map(readings::findings)
        .map(last -> words(campaign.progress(), last.readiness()))
        .ifPresent(campaign.hints()::addAll);
  }

  static List<String> words(Progress progress, Readiness last) {
    double silent = silent(progress);
    if (progress.invited() == 0 || silent <= 0) return List.of();
    String words = Silence.words(last.verdict(), last.criteria(), silent);
    if (words == null) return List.of();
    return List.of(
        teams(progress) + " By what the last reading found, those who have not answered: " + words);
  }

  private static String teams(Progress progress) {
    long few =
        progress.teams().stream()
            .filter(team -> team.rate() == null || team.rate().startsWith("<"))
            .count();
    int all = progress.teams().size();
    return "In "
        + few
        + " of "
        + all
        + (all == 1 ? " team" : " teams")
        + " fewer than half have answered, or too few to tell"
        + (silent(progress) > ENOUGH ? "; a verdict needs half of all." : ".");
  }

  private static double silent(Progress progress) {
    return progress.answered() == null
        ? Silence.most(progress.response())
        : 1 - (double) progress.answered() / progress.invited();
  }
}
