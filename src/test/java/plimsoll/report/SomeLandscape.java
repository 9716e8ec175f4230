package plimsoll.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Slot;
import plimsoll.pattern.Trait;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Specimen;

/** Three teams of three services each; two of them copied one pipeline from each other. */
final class SomeLandscape {
  private static final Evidence LINE = new Evidence("deploy.yaml", 7, "replicas: 2");

  private SomeLandscape() {}

  static Landscape of() {
    var outlines = new HashMap<String, Outline>();
    var specimens = new ArrayList<Specimen>();
    for (var team : List.of("script", "kessai", "search")) {
      for (int i = 0; i < 3; i++) {
        var profile = profile(team, i);
        profile.outlines().forEach(each -> outlines.put(profile.service() + each.path(), each));
        specimens.add(Specimen.of(profile, team));
      }
    }
    return Landscape.of(specimens, (service, path) -> outlines.get(service + path));
  }

  /** The first service of each team has it all, the last has no workload that was seen. */
  private static Profile profile(String team, int number) {
    var traits = new EnumMap<Trait, Finding>(Trait.class);
    if (number < 2) {
      for (var trait : Trait.values()) {
        traits.put(trait, new Finding(number == 0 ? Answer.YES : Answer.NO, LINE, "It says so."));
      }
    }
    return new Profile(
        team + number,
        Map.of(Feature.CI_SYSTEM, new Chosen("github", LINE)),
        traits,
        List.of(
            new Implementation(Slot.DEPLOY, team.equals("search") ? "acme/deploy" : null, LINE)),
        List.of(outline(team, number)),
        2,
        List.of(new Profile.Gap(LINE, "A template of <Helm> can't be rendered.")));
  }

  private static Outline outline(String team, int number) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          "step." + i + "=" + (team.equals("search") || number > 0 ? team + number : "run") + i);
    }
    if (team.equals("kessai")) lines.set(39, "step.39=other");
    return new Outline(".github/workflows/ci.yml", "pipeline", lines, List.of());
  }
}
