package plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an import states, in the order of its documents, whatever form it came in.
 *
 * @param problems documents that are wrong and were left out
 * @param notes what is right but deserves a word, such as a kind that is not used here
 * @param ignored how many documents are of a kind that is not used here
 * @param morePages it says of itself that it is one page of several
 */
record Listing(
    List<TeamEntry> teams,
    List<PersonEntry> people,
    List<ServiceEntry> services,
    List<TemplateEntry> templates,
    List<Problem> problems,
    List<Problem> notes,
    int ignored,
    boolean morePages) {

  /**
   * @param parent key of the group above; null when there is none
   * @param zone of its calendar, such as "Europe/Berlin"; null when not stated
   * @param members keys of people; null when the team says nothing about its members
   */
  record TeamEntry(
      int document,
      String key,
      String name,
      String kind,
      String email,
      String parent,
      String zone,
      List<String> members) {

    TeamEntry without(Set<String> marks) {
      if (members == null) return this;
      var kept = members.stream().filter(one -> !marks.contains(Erasure.key(one))).toList();
      return new TeamEntry(document, key, name, kind, email, parent, zone, kept);
    }
  }

  /**
   * @param teams keys of the teams; null when the person says nothing about teams
   */
  record PersonEntry(int document, String key, String name, String email, List<String> teams) {}

  /**
   * @param owner key of the owning team; null when no team is stated
   * @param ownerEmail the owner where it is stated as a mail address; null otherwise
   * @param aliases other names under which its events may come
   * @param portal what the portal says besides; null when no portal spoke
   */
  record ServiceEntry(
      int document,
      String key,
      String name,
      String kind,
      String lifecycle,
      String system,
      String owner,
      String ownerEmail,
      String location,
      List<String> aliases,
      Portal portal) {}

  /** A template of which services are made. */
  record TemplateEntry(int document, String key, String name) {}

  /**
   * Without people who were erased and must not come back.
   *
   * @param marks theirs, as {@link Erasure} makes them
   */
  Listing without(Set<String> marks) {
    if (marks.isEmpty()) return this;
    var kept = people.stream().filter(person -> !erased(person, marks)).toList();
    var left = people.size() - kept.size();
    var more = new ArrayList<>(notes);
    if (left > 0) more.add(new Problem(1, left + " left out, because they were erased here."));
    var groups = teams.stream().map(team -> team.without(marks)).toList();
    return new Listing(groups, kept, services, templates, problems, more, ignored, morePages);
  }

  private static boolean erased(PersonEntry person, Set<String> marks) {
    return marks.contains(Erasure.key(person.key()))
        || person.email() != null && marks.contains(Erasure.email(person.email()));
  }

  boolean isEmpty() {
    return teams.isEmpty() && people.isEmpty() && services.isEmpty() && templates.isEmpty();
  }
}
