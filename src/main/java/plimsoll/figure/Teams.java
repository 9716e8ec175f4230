package plimsoll.figure;

/** Where a team's page is, so that its mark can lead there. */
@FunctionalInterface
public interface Teams {
  /** The address of the page of the team with that key; null for nowhere. */
  String page(String team);
}
