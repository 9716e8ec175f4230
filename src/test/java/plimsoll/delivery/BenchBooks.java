package plimsoll.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import plimsoll.catalog.ServicePart;
import plimsoll.catalog.Services;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Ledger;
import plimsoll.delivery.metric.Ownership;
import plimsoll.delivery.metric.Touch;
import plimsoll.delivery.metric.Window;

/** The books without a server around them, each step in a transaction as there. */
public final class BenchBooks {
  private final Books books = new Books();
  private final Runnable commit;

  /**
   * @param commit ends the transaction that the data source is in
   */
  public BenchBooks(DataSource database, Runnable commit) {
    books.catalog =
        new Services() {
          @Override
          public List<ServicePart> parts() {
            return List.of();
          }
        };
    books.archive = new EventArchive();
    books.folios = new Folios();
    books.touches = new Touches();
    books.archive.database = database;
    books.folios.database = database;
    books.touches.database = database;
    this.commit = commit;
  }

  /** As if everything of these services had just come. */
  public void touchAll(List<String> services) {
    books.touches.markAll(services);
    commit.run();
  }

  /** As if events had just come, as intake tells of them. */
  public void touch(List<Touch> touches) {
    books.touches.keep(Touch.together(touches));
    commit.run();
  }

  /** What came at a moment or later in the table of events. */
  public List<Touch> came(Instant from, Instant to, List<String> scopes) {
    var all = new ArrayList<Touch>();
    books.archive.deployments(scopes, from, to).forEach(d -> all.add(Touch.of(d, d.finishedAt())));
    books.archive.incidents(scopes, from, to).forEach(i -> all.add(Touch.of(i)));
    scopes.forEach(
        s ->
            books
                .archive
                .changes("acme/" + s, from, to)
                .forEach(change -> all.add(Touch.of(change))));
    return all;
  }

  public void bringUpToDate(Instant now) {
    while (step(books::spread)) {
      // As the bookkeeping does.
    }
    while (step(() -> books.judge(now))) {
      // As the bookkeeping does.
    }
  }

  public Ledger ledger(Window window, Instant asOf, Ownership ownership) {
    var ledger = books.ledger(window, Events.none(asOf), ownership, false);
    commit.run();
    return ledger;
  }

  private boolean step(Supplier<Boolean> step) {
    boolean more = step.get();
    commit.run();
    return more;
  }
}
