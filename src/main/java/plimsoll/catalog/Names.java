package plimsoll.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What people and teams are called, those that are retired included, to be taken out of texts. */
@ApplicationScoped
@Transactional
public class Names {
  @PersistenceContext EntityManager database;

  /** Names, keys, and what stands before the sign in addresses. */
  public List<String> ofPeople() {
    return all("select p.key, p.name, p.email from Person p")
        .map(text -> text.replaceFirst("@.*", ""))
        .toList();
  }

  /** Names and keys of teams and of groups of teams. */
  public List<String> ofTeams() {
    return all("select t.key, t.name from Team t").toList();
  }

  private Stream<String> all(String query) {
    return database
        .createQuery(query, Object[].class)
        .getResultStream()
        .flatMap(Stream::of)
        .filter(Objects::nonNull)
        .map(String.class::cast)
        .distinct();
  }
}
