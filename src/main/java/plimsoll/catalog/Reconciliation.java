package plimsoll.catalog;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the rows that are there into line with what an import states, and says what that changed.
 *
 * <p>An import speaks only of what it names: what it leaves out stays, unless the sender says that
 * it is complete. Then what the same source stated before and left out now is retired, with the
 * date. A complete import with a problem retires nothing, because what is missing may stand in the
 * document that could not be read.
 */
final class Reconciliation {
  private final Holdings rows;
  private final Listing listing;
  private final Taking taking;
  private final List<Problem> problems;
  private final List<Problem> notes;
  private final Rolls rolls;
  private final Belonging belonging;
  private final Owning owning;

  private Reconciliation(Holdings rows, Listing listing, Taking taking) {
    this.rows = rows;
    this.listing = listing;
    this.taking = taking;
    this.problems = new ArrayList<>(listing.problems());
    this.notes = new ArrayList<>(listing.notes());
    this.rolls = new Rolls(rows.teams(), rows.people(), taking);
    this.belonging = new Belonging(rows.memberships(), rolls, taking);
    this.owning = new Owning(rows, rolls, taking, notes);
  }

  /**
   * @param rows what is there; they are changed in place
   * @param complete the import names everything that the source has
   * @param at when what it states begins to hold
   * @return what changed, and the new rows in an order in which they can be stored
   */
  static Result take(Holdings rows, Listing listing, String source, boolean complete, Instant at) {
    var taking = new Taking(source, complete, at, new Ledger());
    return new Reconciliation(rows, listing, taking).take();
  }

  private Result take() {
    rolls.takeTeams(listing.teams());
    rolls.takePeople(listing.people());
    belonging.take(listing);
    owning.take(listing.services());
    takeTemplates();
    if (taking.complete()) {
      retireTheRest();
    }
    var ledger = taking.ledger();
    return new Result(ledger.outcome(listing, problems, notes), ledger.made());
  }

  private void takeTemplates() {
    var known = rows.templates().stream().collect(toMap(Template::key, one -> one));
    for (var entry : listing.templates()) {
      var before = known.get(entry.key());
      var template = before == null ? new Template(entry.key(), entry.name(), taking) : before;
      boolean changed = template.restate(entry, taking.source());
      taking.ledger().note(template, before, changed);
    }
  }

  private void retireTheRest() {
    if (!listing.problems().isEmpty() || listing.morePages()) {
      problems.add(
          new Problem(
              1,
              "Nothing was retired, because this import is not whole: what is missing may stand in"
                  + " what was left out."));
      return;
    }
    rows.teams().forEach(this::retireIfGone);
    rows.people().forEach(this::retireIfGone);
    rows.services().forEach(this::retireIfGone);
    rows.templates().forEach(this::retireIfGone);
    belonging.endTheRest();
    owning.endTheRest();
  }

  private void retireIfGone(Listed row) {
    var ours = row.source().equals(taking.source());
    if (ours && row.standsAt(taking.at()) && !taking.ledger().isTouched(row)) {
      row.retire(taking.at());
      taking.ledger().retire(row);
    }
  }

  /** What changed, and what is new. */
  record Result(Outcome outcome, List<Object> made) {}
}
