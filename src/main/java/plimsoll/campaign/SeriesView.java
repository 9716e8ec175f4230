package plimsoll.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A campaign that is repeated.
 *
 * @param title null for the survey's own
 * @param survey a key for the newest edition at each wave, or an edition
 * @param teams keys of the teams; null where a rule says which
 * @param state "running", "paused" or "ended"
 * @param next the next waves, four at most
 * @param waves those that have been
 * @param problem why the last wave did not come; null when it did
 */
public record SeriesView(
    UUID id,
    String title,
    String survey,
    List<String> teams,
    TeamRule teamRule,
    Sample sample,
    Repeats repeats,
    String state,
    List<Next> next,
    List<Wave> waves,
    String problem) {

  /** A wave to come. */
  public record Next(Instant opens, Instant closes) {}

  /**
   * A wave that has been.
   *
   * @param number counted from 1; those that were passed over are missing
   */
  public record Wave(int number, UUID campaign) {}
}
