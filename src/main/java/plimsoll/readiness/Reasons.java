package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plimsoll.readiness.Verdict.Kind;

/** Sentences on how sure a verdict is and on what would make it surer. */
final class Reasons {
  static final String MANIFESTS =
      "Send the pipelines and manifests of two services or more for each team: they tell whether"
          + " patterns are steady and whether they drift apart.";

  static final String ROSTER_CHANGED =
      "One or two people joined or left since it was shown before, so it is withheld this time.";

  private Reasons() {}

  static List<String> sureness(Inquiry inquiry, Ruling ruling) {
    var said = new ArrayList<String>();
    Kind likeliest = ruling.leaning() == null ? likeliest(ruling) : ruling.leaning();
    if (!ruling.kept() && ruling.kind() == Kind.UNCLEAR && ruling.leaning() != null) {
      said.add(tie(ruling));
    } else if (!ruling.kept() && ruling.leaning() != null) {
      said.add(meanwhile(ruling));
    } else if (ruling.kept()) {
      said.add(kept(ruling, likeliest));
    } else if (ruling.kind() != Kind.UNCLEAR) {
      said.add(draws(ruling));
    }
    Kind best = inquiry.worlds.kind(inquiry.worlds.bestRow());
    if (best != likeliest) said.add(best(best));
    inquiry.joined.forEach(
        (criterion, each) -> {
          if (each.disagrees()) said.add(disagreement(criterion));
        });
    return said;
  }

  /**
   * What would help to know a criterion better; null when nothing would.
   *
   * @param answersHelp false where more answers could not be shown either
   */
  static String more(Criterion criterion, boolean recorded, boolean answersHelp) {
    String records = records(criterion);
    if (!recorded && records != null) return records;
    return answersHelp ? "More answers on \"" + Words.lower(criterion.title()) + "\"." : null;
  }

  /** Records that would speak to a criterion but have no way in; null where there are none. */
  static String unreadable(Criterion criterion) {
    return switch (criterion) {
      case D1 -> "Plimsoll can't read on-call rotas yet.";
      default -> null;
    };
  }

  /** The records that speak to a criterion and can be sent; null where none can. */
  static String records(Criterion criterion) {
    return switch (criterion) {
      case D2 -> "Tickets that deployments waited for, with the team that asked and the one asked.";
      case D3 -> "Incidents with the teams that responded.";
      case D4 -> "Deployments with how many steps a person took.";
      case P3 -> "Pipelines and manifests of the services of three teams or more.";
      case P2 -> "Tickets for infrastructure or access, with when they were opened and closed.";
      default -> null;
    };
  }

  private static String draws(Ruling ruling) {
    return "Drawing what is uncertain 2,000 times, this comes out "
        + Words.percent(ruling.probability())
        + " of the time.";
  }

  private static String tie(Ruling ruling) {
    var two =
        ruling.probabilities().entrySet().stream()
            .sorted(Map.Entry.<Kind, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(2)
            .map(e -> "“" + e.getKey().title() + "” " + Words.percent(e.getValue()))
            .toList();
    return "No verdict reaches its bar of 60 %: " + Words.list(two) + ".";
  }

  private static String meanwhile(Ruling ruling) {
    return "“"
        + ruling.leaning().title()
        + "” is likeliest with "
        + Words.percent(ruling.probability())
        + ", but needs 80 %: standardise meanwhile.";
  }

  private static String kept(Ruling ruling, Kind likeliest) {
    String now =
        likeliest == ruling.kind()
            ? "it is likeliest still, with "
            : "“" + likeliest.title() + "” is likeliest now, with ";
    return "The last verdict stands: "
        + now
        + Words.percent(ruling.probability())
        + "; another one needs 80 % once, or 60 % twice running.";
  }

  private static String best(Kind best) {
    return "The best estimates alone would say “" + best.title() + "”; their uncertainty decides.";
  }

  private static String disagreement(Criterion criterion) {
    return "People and records lie more than 25 points apart on \""
        + Words.lower(criterion.title())
        + "\", so no more than 80 % is claimed.";
  }

  private static Kind likeliest(Ruling ruling) {
    return ruling.probabilities().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }
}
