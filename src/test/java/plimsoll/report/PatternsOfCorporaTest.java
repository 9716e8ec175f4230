package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Specimen;
import plimsoll.reading.Findings;
import plimsoll.workload.Readers;

/**
 * What is made of the open corpora, read as an organisation of their own; the page is written to
 * {@code target/corpora}, and ten places of it were checked by hand (docs/method.md).
 */
class PatternsOfCorporaTest {

  @Test
  void theCorporaAreReadAsAnOrganisationOfTheirOwn() throws IOException {
    var organisation = CorporaOrganisation.read();
    var profiles = new TreeMap<String, Profile>();
    organisation.services.forEach(
        (key, files) -> profiles.put(key, Readers.read(key, files, List.of())));
    var report = report(profiles, organisation.teams);
    var folder = Files.createDirectories(Path.of("target/corpora"));
    Files.writeString(folder.resolve("patterns.html"), HtmlFile.of(report, "/method"));
    Files.writeString(folder.resolve("patterns.md"), MarkdownReport.of(report, "/method"));
    Files.writeString(folder.resolve("read.txt"), told(profiles, organisation.teams));
    assertTrue(organisation.services.size() >= 40, "services");
    checkedByHand(profiles);
    assertFalse(
        profiles.values().stream()
            .flatMap(profile -> profile.gaps().stream())
            .anyMatch(gap -> gap.why().contains("a fault of ours")),
        "a reader stumbled");
  }

  /** The places of docs/method.md that were looked up in the files. */
  private static void checkedByHand(Map<String, Profile> read) {
    has(read, "podinfo-kustomize", Trait.AUTOSCALING, Answer.YES, "kustomize/hpa.yaml");
    has(read, "bank-of-anthos", Trait.TLS, Answer.NO, "kubernetes-manifests/frontend.yaml");
    has(read, "sock-shop", Trait.TLS, Answer.NO, "sock-shop/base/front-end-ingress.yaml");
    has(
        read,
        "online-boutique-release-cluster",
        Trait.TLS,
        Answer.YES,
        ".github/release-cluster/frontend-ingress.yaml");
    has(
        read,
        "kube-prometheus-prometheusAdapter",
        Trait.DISRUPTION_BUDGET,
        Answer.YES,
        "manifests/prometheusAdapter-podDisruptionBudget.yaml");
    has(read, "kube-prometheus-nodeExporter", Trait.AUTOSCALING, Answer.NOT_APPLICABLE, null);
    chose(read, "example-voting-app", Feature.SHARED_WORKFLOW, "true", 26);
    chose(read, "HeartBeat", Feature.IMAGE_BUILDER, "buildkit", 79);
    chose(read, "gitlab-runner", Feature.SHARED_WORKFLOW, "true", 39);
    chose(read, "helm-guestbook", Feature.TLS, "load-balancer", 11);
  }

  private static void has(
      Map<String, Profile> read, String service, Trait trait, Answer answer, String path) {
    var found = read.get(service).traits().get(trait);
    assertEquals(answer, found.answer(), service);
    if (path != null) assertEquals(path, found.evidence().path(), service);
  }

  private static void chose(
      Map<String, Profile> read, String service, Feature feature, String value, int line) {
    var chosen = read.get(service).choices().get(feature);
    assertEquals(value, chosen.value(), service);
    assertEquals(line, chosen.evidence().line(), service);
  }

  private static Report report(Map<String, Profile> profiles, Map<String, String> teams) {
    var outlines = new HashMap<String, Outline>();
    profiles
        .values()
        .forEach(
            profile ->
                profile
                    .outlines()
                    .forEach(each -> outlines.put(profile.service() + " " + each.path(), each)));
    var some = Sample.findings();
    var findings =
        new Findings(
            some.cut(),
            some.readiness(),
            null,
            Divergence.of(
                profiles.values().stream()
                    .map(profile -> profile.fingerprint(teams.get(profile.service())))
                    .filter(print -> !print.values().isEmpty())
                    .toList()),
            Landscape.of(
                profiles.values().stream()
                    .map(profile -> Specimen.of(profile, teams.get(profile.service())))
                    .toList(),
                (service, path) -> outlines.get(service + " " + path)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return PatternReport.of(Sample.READING, Sample.TAKEN, findings, PatternLinks.NOWHERE);
  }

  /** Everything that was read, to be held beside the files. */
  private static String told(Map<String, Profile> profiles, Map<String, String> teams) {
    var out = new StringBuilder();
    profiles.values().forEach(profile -> tell(profile, teams.get(profile.service()), out));
    return out.toString();
  }

  private static void tell(Profile profile, String team, StringBuilder out) {
    line(out, "== %s (%s), %d files", profile.service(), team, profile.files());
    profile
        .choices()
        .forEach(
            (each, chosen) -> line(out, "%s = %s, %s", each, chosen.value(), chosen.evidence()));
    profile
        .traits()
        .forEach(
            (each, found) ->
                line(out, "%s %s, %s: %s", each, found.answer(), found.evidence(), found.why()));
    profile
        .implementations()
        .forEach(each -> line(out, "%s by %s, %s", each.slot(), each.source(), each.evidence()));
    profile.gaps().forEach(gap -> line(out, "not understood: %s: %s", gap.evidence(), gap.why()));
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(format.formatted(values)).append('\n');
  }
}
