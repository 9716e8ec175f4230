package plimsoll.pattern.landscape;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;
import plimsoll.pattern.copy.Imprint;

/**
 * What a landscape needs of one service's profile: little enough that ten thousand fit into memory,
 * and made of this service alone.
 *
 * @param service its key in the catalog
 * @param team key of the team that owns it
 * @param traits what is known of its production workload; empty when no workload was seen
 * @param implementations of slots
 * @param imprints of its files
 * @param files how many were read
 * @param gaps how often each reason was given why something was not understood
 */
public record Specimen(
    String service,
    String team,
    Map<Trait, Answer> traits,
    List<Implementation> implementations,
    List<Imprint> imprints,
    int files,
    Map<String, Integer> gaps) {

  public Specimen {
    var copy = new EnumMap<Trait, Answer>(Trait.class);
    copy.putAll(traits);
    traits = Collections.unmodifiableMap(copy);
    implementations = List.copyOf(implementations);
    imprints = List.copyOf(imprints);
    gaps = Collections.unmodifiableMap(new TreeMap<>(gaps));
  }

  public static Specimen of(Profile profile, String team) {
    var traits = new EnumMap<Trait, Answer>(Trait.class);
    profile.traits().forEach((trait, finding) -> traits.put(trait, finding.answer()));
    var gaps = new TreeMap<String, Integer>();
    profile.gaps().forEach(gap -> gaps.merge(gap.why(), 1, Integer::sum));
    return new Specimen(
        profile.service(),
        team,
        traits,
        profile.implementations(),
        profile.outlines().stream().map(Imprint::of).toList(),
        profile.files(),
        gaps);
  }
}
