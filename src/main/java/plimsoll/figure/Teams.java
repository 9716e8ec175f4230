package plimsoll.figure;

/** Where the page of a team or of a group is, so that its mark can lead there. */
@FunctionalInterface
public interface Teams {
  /** The address of the page of the team with that key; null for nowhere. */
  String page(String team);

  /** The same of a group. */
  default String pageOfGroup(String group) {
    return null;
  }
}
