package plimsoll.delivery;

import java.util.List;
import plimsoll.delivery.source.PlimsollSource;
import plimsoll.delivery.source.Rules;
import plimsoll.delivery.source.Setting;
import plimsoll.delivery.source.Source;

/**
 * A source as its page shows it.
 *
 * @param address to which it delivers
 * @param paste what is to be pasted into the tool; null when there is nothing
 * @param inAddress the secret stands in the address, because the tool can send it nowhere else
 * @param secretSet null where the source needs none
 * @param trial true when it can be tried, because a secret is set
 * @param rereading how far it was read again; null when nobody asked for it
 */
public record SourceView(
    String key,
    String title,
    String address,
    List<String> steps,
    String paste,
    boolean inAddress,
    Boolean secretSet,
    List<SettingView> settings,
    boolean trial,
    Rereading rereading,
    List<Receipt> latest) {

  /**
   * @param said "" where its standard holds
   */
  public record SettingView(String key, String label, String help, String standard, String said) {
    static SettingView of(Setting setting, Rules rules) {
      return new SettingView(
          setting.key(),
          setting.label(),
          setting.help(),
          setting.standard(),
          rules.said().getOrDefault(setting.key(), ""));
    }

    /** Whether it takes a line for each of several things. */
    public boolean lines() {
      return help.contains("line") || standard.contains("\n") || said.contains("\n");
    }
  }

  static SourceView of(
      Source source,
      String address,
      boolean secretSet,
      Rules rules,
      Rereading rereading,
      List<Receipt> latest) {
    var own = address + "api/v1/deliveries/" + source.key();
    return new SourceView(
        source.key(),
        source.title(),
        own,
        source.steps(),
        source.paste() == null ? null : source.paste().replace("ADDRESS", own),
        source.inAddress(),
        secretSet,
        source.settings().stream().map(one -> SettingView.of(one, rules)).toList(),
        secretSet,
        rereading,
        latest);
  }

  static SourceView ofScripts(String address, List<Receipt> latest) {
    var own = address + "api/v1/deliveries/plimsoll";
    return new SourceView(
        PlimsollSource.KEY,
        "Your own scripts",
        own,
        List.of(
            "Make a token with the scope sender on the page Access.",
            "Send one JSON object for each event, as JSON, as JSON lines or as CSV."),
        """
        curl -X POST %s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
          -d '{"type":"deployment","id":"d-1","service":"checkout","environment":"production",
               "finishedAt":"2026-03-23T09:00:00Z","outcome":"succeeded"}'
        """
            .formatted(own),
        false,
        null,
        List.of(),
        false,
        null,
        latest);
  }

  /** How far the reading again came, in words; null when nobody asked for it. */
  public String rereadingInWords() {
    if (rereading == null) return null;
    var read = rereading.done() + " of " + rereading.total() + " kept deliveries were read again";
    return switch (rereading.state()) {
      case READING -> read + " so far.";
      case CORRECTING -> read + "; what none of them states any more is being taken away.";
      case DONE ->
          read
              + ": "
              + rereading.added()
              + " statements came in, "
              + rereading.withdrawn()
              + " were taken away.";
    };
  }

  /** How it stands, in one short sentence. */
  public String standing() {
    if (Boolean.FALSE.equals(secretSet)) return "No secret is set yet.";
    return latest.isEmpty() ? "Nothing came yet." : "It delivers.";
  }
}
