package plimsoll.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import plimsoll.access.Refusal;
import plimsoll.access.Secret;

/**
 * The editions that are written in the service. Of two who change one at once the second is told,
 * and nothing of either is lost.
 */
@ApplicationScoped
@Transactional
public class Manuscripts {
  static final int MOST_LETTERS = 1 << 20;
  private static final int MOST = 500;

  @PersistenceContext EntityManager database;
  @Inject Surveys surveys;
  @Inject Clock clock;

  /** All of them, published ones too. */
  public List<Written> all() {
    return database
        .createQuery("select m from Manuscript m order by m.name", Manuscript.class)
        .getResultStream()
        .map(Manuscript::view)
        .toList();
  }

  public Optional<Written> find(String name) {
    return Optional.ofNullable(database.find(Manuscript.class, name)).map(Manuscript::view);
  }

  /**
   * @throws Refusal 404 when there is none
   */
  public Written get(String name) {
    return find(name).orElseThrow(() -> Refusal.notFound("draft"));
  }

  /**
   * Begins a draft.
   *
   * @throws Refusal 409 when the edition exists
   */
  public Written begin(String key, String edition, String text, String by) {
    var name = named(key, edition);
    checkText(text);
    if (surveys.file(name)) throw taken(name);
    if (all().size() >= MOST) {
      throw new Refusal(409, "There are " + MOST + " editions here already. Delete a draft first.");
    }
    var draft = new Manuscript(key, edition, text, by, clock.instant());
    try {
      database.persist(draft);
      database.flush();
    } catch (PersistenceException e) {
      throw exists(e) ? taken(name) : e;
    }
    return draft.view();
  }

  /**
   * Writes a draft anew; it may be wrong as yet.
   *
   * @param revision which the writer saw
   * @throws Refusal 409 when it is published, 412 when somebody else changed it meanwhile
   */
  public Written write(String name, String text, int revision, String by) {
    checkText(text);
    var draft = held(name, revision);
    if (draft.text().equals(text)) return draft;
    change(
        "update Manuscript m set m.words = :words, m.digest = :digest, m.changedBy = :by,"
            + " m.changedAt = :at, m.revision = m.revision + 1 where m.name = :name",
        name,
        text,
        by);
    return get(name);
  }

  /**
   * Publishes a draft: from then on it can be asked and never changes.
   *
   * @throws Refusal 409 when it is published, 412 when somebody else changed it meanwhile, 422 when
   *     something in it is wrong
   */
  public Written publish(String name, int revision, String by) {
    var draft = held(name, revision);
    var faults = Review.of(draft, surveys.editionsOf(draft.key())).faults();
    if (!faults.isEmpty()) throw Review.refusal(faults);
    change(
        "update Manuscript m set m.published = true, m.words = :words, m.digest = :digest,"
            + " m.changedBy = :by, m.changedAt = :at, m.revision = m.revision + 1"
            + " where m.name = :name",
        name,
        draft.text(),
        by);
    return get(name);
  }

  /**
   * Deletes a draft.
   *
   * @throws Refusal 409 when it is published, 412 when somebody else changed it meanwhile
   */
  public void delete(String name, int revision) {
    held(name, revision);
    database
        .createQuery("delete from Manuscript m where m.name = :name")
        .setParameter("name", name)
        .executeUpdate();
  }

  /** Keeps others from changing it until the transaction ends. */
  private Written held(String name, int revision) {
    var row = database.find(Manuscript.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) throw Refusal.notFound("draft");
    var draft = row.view();
    if (draft.published()) throw published(name);
    if (draft.revision() != revision) throw changed(draft);
    return draft;
  }

  private void change(String statement, String name, String text, String by) {
    database
        .createQuery(statement)
        .setParameter("words", text)
        .setParameter("digest", Secret.hash(text))
        .setParameter("by", by)
        .setParameter("at", clock.instant())
        .setParameter("name", name)
        .executeUpdate();
    database.clear();
  }

  static Refusal published(String name) {
    return new Refusal(
        409,
        name
            + " is published and never changes. Make a new edition; an item with other words gets a"
            + " new id there, and says which it replaces.");
  }

  private static Refusal changed(Written draft) {
    return new Refusal(
        412,
        draft.by()
            + " changed "
            + draft.name()
            + " meanwhile. Nothing was overwritten. Load it again, bring both together, then save.");
  }

  private static Refusal taken(String name) {
    return new Refusal(409, name + " exists already. Choose another edition.");
  }

  /** The same rules as a file's, so that each edition has a name that reads one way. */
  private static String named(String key, String edition) {
    if (!String.valueOf(key).matches(Reader.NAME)) {
      throw Refusal.wrong("/key", "must be 1 to 40 letters, digits, dots or hyphens");
    }
    if (!String.valueOf(edition).matches(SurveyFile.EDITION)) {
      throw Refusal.wrong("/edition", "must be numbers between dots, such as 2026.1");
    }
    return key + "-" + edition;
  }

  private static void checkText(String text) {
    if (text.length() > MOST_LETTERS) {
      throw new Refusal(413, "A survey has at most a million letters. Nothing was saved.");
    }
    if (text.indexOf('\0') >= 0) {
      throw Refusal.wrong("/text", "holds a sign that no text can hold (NUL); delete it");
    }
  }

  /** True when another transaction was faster: SQL states that begin with 23 are constraints. */
  private static boolean exists(Throwable thrown) {
    return thrown != null
        && (thrown instanceof SQLException sql && sql.getSQLState().startsWith("23")
            || exists(thrown.getCause()));
  }
}
