package plimsoll.delivery;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.delivery.source.Rules;
import plimsoll.delivery.source.Setting;
import plimsoll.delivery.source.Source;

/** What administrators say of how sources are read. */
@ApplicationScoped
@Transactional
public class SourceSettings {
  private static final int LENGTH_MAX = 4000;

  @PersistenceContext EntityManager database;
  @Inject Audit audit;

  /** What holds for a source now. */
  @Transactional(TxType.SUPPORTS)
  public Rules of(String source) {
    return new Rules(
        database
            .createQuery(
                "select s from SourceSetting s where s.id.source = :source", SourceSetting.class)
            .setParameter("source", source)
            .getResultStream()
            .collect(toMap(SourceSetting::name, SourceSetting::said)));
  }

  /**
   * Says it anew. What is left out, or blank, has its setting's own value again.
   *
   * @param said by the keys of the source's settings
   * @throws Refusal 422 when the source has no such setting, or a text is longer than 4,000
   *     characters
   */
  public void set(Source source, Map<String, String> said, String by) {
    refuseWrong(source, said);
    database
        .createQuery("delete from SourceSetting s where s.id.source = :source")
        .setParameter("source", source.key())
        .executeUpdate();
    said.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            database.persist(new SourceSetting(source.key(), name, text.strip()));
          }
        });
    audit.record(by, "said how a source is read", source.key());
  }

  private static void refuseWrong(Source source, Map<String, String> said) {
    var known = source.settings().stream().map(Setting::key).collect(Collectors.toSet());
    List<Fault> faults = new ArrayList<>();
    said.forEach(
        (name, text) -> {
          if (!known.contains(name)) faults.add(new Fault("/" + name, "There is no such setting."));
          if (text == null) faults.add(new Fault("/" + name, "A text is expected."));
          if (text != null && text.length() > LENGTH_MAX) {
            faults.add(new Fault("/" + name, "At most 4,000 characters are taken."));
          }
        });
    if (!faults.isEmpty()) throw Refusal.wrong("Nothing was changed.", faults);
  }
}
