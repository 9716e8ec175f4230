package plimsoll.platform;

/** What the index of force multiplier against gatekeeper is made of. */
public enum Facet {
  SELF_SERVICE(
      "Requests served without a person",
      true,
      Source.CLAIMS,
      "Connect the cluster in which teams claim what they need, or send its claims; they tell, with"
          + " the tickets for infrastructure."),
  QUICK(
      "Requests ready within 15 minutes without a person",
      true,
      Source.CLAIMS,
      "Connect the cluster in which teams claim what they need, or send its claims; they tell when"
          + " each was asked for and ready."),
  VOICE(
      "Users see changes they had asked for (K4)",
      true,
      Source.PEOPLE,
      "Ask the platform's users: item K4 of the quarterly survey."),
  EXIT(
      "Teams can leave the standard path where they need to (K6)",
      true,
      Source.PEOPLE,
      "Ask the platform's users: item K6 of the quarterly survey."),
  WAIT(
      "Users wait for the platform's team (K5)",
      false,
      Source.PEOPLE,
      "Ask the platform's users: item K5 of the quarterly survey."),
  APPROVAL(
      "Deployments that waited for a ticket to the platform's team",
      false,
      Source.DEPLOYMENTS,
      "Say which team runs the platform (PLIMSOLL_PLATFORM_TEAM), and send deployments with what"
          + " set them off and their tickets."),
  STALLED(
      "Requests refused, or idle for more than a working day",
      false,
      Source.CLAIMS,
      "Connect the cluster in which teams claim what they need, or send its claims; they tell when"
          + " each was answered first.");

  /** What errors come from: those from one source may all go the same way. */
  enum Source {
    PEOPLE,
    CLAIMS,
    DEPLOYMENTS
  }

  private final String title;
  private final boolean good;
  private final Source source;
  private final String send;

  Facet(String title, boolean good, Source source, String send) {
    this.title = title;
    this.good = good;
    this.source = source;
    this.send = send;
  }

  public String title() {
    return title;
  }

  /** A higher value speaks for a force multiplier, else for a gatekeeper. */
  public boolean good() {
    return good;
  }

  Source source() {
    return source;
  }

  /** The step that would bring it. */
  public String send() {
    return send;
  }
}
