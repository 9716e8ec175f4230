package plimsoll.access;

import java.util.List;

/** The roles that people and tokens have; every endpoint names the ones that it lets in. */
public final class Role {
  /** Answers surveys, and reads what was published. */
  public static final String ENGINEER = "engineer";

  /** Runs campaigns, reads reports and decides on the roadmap. */
  public static final String PRODUCT = "product";

  /** Reads reports and exports them. */
  public static final String LEADER = "leader";

  /** Represents the engineers: reads who looked at what and who did what, and no results by it. */
  public static final String COUNCIL = "council";

  /** Manages people, tokens and sources. */
  public static final String ADMINISTRATOR = "administrator";

  /** A scope for tokens alone: may deliver events, catalogs and manifests, and nothing else. */
  public static final String SENDER = "sender";

  /** A scope for tokens alone: may ask for the cards of a developer portal, and nothing else. */
  public static final String READER = "reader";

  /** What an account can be. */
  public static final List<String> ALL = List.of(ENGINEER, PRODUCT, LEADER, COUNCIL, ADMINISTRATOR);

  private Role() {}
}
