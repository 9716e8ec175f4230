package plimsoll.catalog;

import java.util.List;

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
    List<Problem> problems,
    List<Problem> notes,
    int ignored,
    boolean morePages) {

  /**
   * @param parent key of the group above; null when there is none
   * @param members keys of people; null when the team says nothing about its members
   */
  record TeamEntry(
      int document,
      String key,
      String name,
      String kind,
      String email,
      String parent,
      List<String> members) {}

  /**
   * @param teams keys of the teams; null when the person says nothing about teams
   */
  record PersonEntry(int document, String key, String name, String email, List<String> teams) {}

  /**
   * @param owner key of the owning team; null when no team is stated
   * @param ownerEmail the owner where it is stated as a mail address; null otherwise
   * @param aliases other names under which its events may come
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
      List<String> aliases) {}

  boolean isEmpty() {
    return teams.isEmpty() && people.isEmpty() && services.isEmpty();
  }
}
