package plimsoll.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;
import static plimsoll.document.Packed.gzip;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.Corpora;
import plimsoll.OnTheServer;
import plimsoll.document.Packed.Tar;
import plimsoll.document.Packed.Zip;

@ExtendWith(OnTheServer.class)
class WorkloadsIT {
  private static final String YAML = "application/yaml";
  private static final String ZIP = "application/zip";

  private final Api api = Api.asAdministrator();

  @Test
  void aManifestCountsOnce() {
    var first = api.post(at("wl-once"), YAML, deployment("wl-once", 3));
    assertEquals(202, first.statusCode(), first.body());
    assertEquals(1, json(first).get("accepted").intValue());
    assertTrue(json(first).get("notes").get(0).get("message").asText().startsWith("No service"));
    var second = json(api.post(at("wl-once"), YAML, deployment("wl-once", 3)));
    assertEquals(0, second.get("accepted").intValue());
    assertEquals(1, second.get("duplicates").intValue());
    assertEquals(0, second.get("notes").size());
    assertEquals(Set.of("deployment-wl-once.yaml"), paths("wl-once"));
  }

  @Test
  void oneFileTakesThePlaceOfTheOneWithItsPath() {
    api.post(at("wl-one") + "?path=k8s/a.yaml", YAML, deployment("wl-one", 1));
    api.post(at("wl-one") + "?path=k8s/b.yaml", YAML, "kind: Service\nmetadata: {name: b}\n");
    var changed = json(api.post(at("wl-one") + "?path=k8s/a.yaml", YAML, deployment("wl-one", 2)));
    assertEquals(1, changed.get("accepted").intValue());
    assertEquals(Set.of("k8s/a.yaml", "k8s/b.yaml"), paths("wl-one"));
    assertTrue(text("wl-one", "upload", "k8s/a.yaml").contains("replicas: 2"));
  }

  @Test
  void anArchiveIsAllThatThereIsOfItsOrigin() {
    var origin = "?origin=git:shop";
    var both = new Zip().file("a.yaml", deployment("wl-all", 1)).file("b.yaml", "kind: X\n");
    assertEquals(
        2, json(api.post(at("wl-all") + origin, ZIP, both.bytes())).get("accepted").intValue());
    api.post(at("wl-all") + "?path=c.yaml", YAML, "kind: Y\n");
    var one = new Tar().file("a.yaml", deployment("wl-all", 1)).bytes();
    var taken = json(api.post(at("wl-all") + origin, "application/gzip", gzip(one)));
    assertEquals(0, taken.get("accepted").intValue());
    assertEquals(1, taken.get("duplicates").intValue());
    assertEquals(Set.of("a.yaml", "c.yaml"), paths("wl-all"));
  }

  @Test
  void aBrokenDocumentCostsOnlyItself() {
    var body = "kind: A\n---\nkind: [\n---\nkind: C\n";
    var taken = json(api.post(at("wl-broken"), YAML, body));
    assertEquals(2, taken.get("accepted").intValue());
    assertEquals(2, taken.get("problems").get(0).get("document").intValue());
    assertFalse(taken.get("problems").get(0).get("message").asText().isBlank());
  }

  @Test
  void aFileOfWhichNothingCanBeReadTakesNoGoodOnesPlace() {
    api.post(at("wl-good") + "?path=a.yaml", YAML, deployment("wl-good", 1));
    var bad = json(api.post(at("wl-good") + "?path=a.yaml", YAML, "kind: [\n"));
    assertEquals(0, bad.get("accepted").intValue());
    assertEquals(1, bad.get("problems").size());
    assertTrue(text("wl-good", "upload", "a.yaml").contains("replicas: 1"));
  }

  @Test
  void templatesAreKeptWithAWord() {
    var chart =
        new Zip()
            .file("Chart.yaml", "apiVersion: v2\nname: x\nversion: 1.0.0\n")
            .file("templates/a.yaml", "{{- if .Values.a }}\nkind: Service\n{{- end }}\n");
    var taken = json(api.post(at("wl-chart"), ZIP, chart.bytes()));
    assertEquals(2, taken.get("accepted").intValue());
    assertEquals(0, taken.get("problems").size());
    assertTrue(taken.get("notes").toString().contains("It is a template"), taken.toString());
  }

  @Test
  void pipelinesAreTakenAsTheyAre() {
    var jenkins = "pipeline {\n  agent any\n  stages { stage('x') { steps { sh 'make' } } }\n}\n";
    assertEquals(202, api.post(at("wl-ci"), "text/plain", jenkins).statusCode());
    api.post(at("wl-ci"), YAML, "name: Build\non: push\njobs:\n  a: {runs-on: x, steps: []}\n");
    api.post(at("wl-ci"), YAML, "stages: [a]\njob:\n  script: make\n");
    assertEquals(
        Set.of("Jenkinsfile", ".github/workflows/build.yml", ".gitlab-ci.yml"), paths("wl-ci"));
  }

  @Test
  void secretsAreNowhere() throws IOException {
    var secret = "only-for-wl-secret-41";
    var body =
        "kind: Secret\nmetadata: {name: s}\nstringData:\n  a: "
            + secret
            + "\n---\nkind: Deployment\n"
            + "metadata: {name: d}\nenv:\n- name: API_TOKEN\n  value: "
            + secret
            + "\n";
    api.post(at("wl-secret") + "?path=a.yaml", YAML, body);
    assertFalse(text("wl-secret", "upload", "a.yaml").contains(secret));
    assertFalse(api.get(at("wl-secret")).body().contains(secret));
  }

  @Test
  void whatCannotBeTakenIsRefusedWithAWord() {
    refused(400, api.post(at("wl-bad"), YAML, ""));
    refused(400, api.post(at("wl-bad"), YAML, " \n"));
    refused(400, api.post(at("wl-bad"), YAML, new byte[] {0, 1, 2, 3}));
    refused(400, api.post(at("wl-bad"), ZIP, new byte[] {'P', 'K', 3, 4, 0, 0}));
    refused(400, api.post(at("wl-bad"), ZIP, new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 0}));
    refused(
        400, api.post(at("wl-bad"), "application/gzip", gzip(new Zip().file("a", "b").bytes())));
    refused(415, api.post(at("wl-bad"), "image/png", "x"));
    refused(422, api.post(at("wl-bad") + "?path=../x.yaml", YAML, "a: 1\n"));
    refused(422, api.post(at("wl-bad") + "?path=%2Fetc%2Fx.yaml", YAML, "a: 1\n"));
    refused(422, api.post(at("wl-bad") + "?origin=cluster:x", YAML, "a: 1\n"));
    refused(422, api.post(at("wl-bad"), ZIP, new Zip().file("a.png", "b").bytes()));
    refused(422, api.post(at("%21%21"), YAML, "a: 1\n"));
    refused(422, api.post(at("x".repeat(301)), YAML, "a: 1\n"));
    refused(404, api.get(at("wl-bad")));
    refused(401, Api.asNobody().post(at("wl-bad"), YAML, "a: 1\n"));
    refused(403, Api.withScopes("wl-leader", "leader").post(at("wl-bad"), YAML, "a: 1\n"));
  }

  @Test
  void bombsAreRefused() {
    var zeros = new Tar().file("zeros.bin", new byte[100_000_000]).bytes();
    refused(413, api.post(at("wl-bomb"), "application/gzip", gzip(zeros)));
    var many = new Zip();
    for (int i = 0; i < 12; i++) many.file("f" + i + ".yaml", new byte[9_000_000]);
    refused(413, api.post(at("wl-bomb"), ZIP, many.bytes()));
    refused(413, api.post(at("wl-bomb"), "application/octet-stream", new byte[50_000_001]));
    var laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      var last = String.join(",", Collections.nCopies(9, "*a" + (i - 1)));
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, last));
    }
    var taken = json(api.post(at("wl-bomb"), YAML, laughs.toString()));
    assertEquals(0, taken.get("accepted").intValue());
    assertEquals(1, taken.get("problems").size());
  }

  @Test
  void attacksInAnArchiveAreNamedAndTheRestIsTaken() {
    var tar =
        new Tar()
            .file("../../etc/cron.d/x.yaml", "a: 1")
            .file("/etc/x.yaml", "a: 1")
            .link("passwd.yaml", "/etc/passwd", (byte) '2')
            .link("hard.yaml", "good.yaml", (byte) '1')
            .link("disk.yaml", "", (byte) '4')
            .file("inner.zip", "PK")
            .file("logo.png", "x")
            .file("good.yaml", deployment("wl-attack", 1))
            .bytes();
    var taken = json(api.post(at("wl-attack"), "application/x-tar", tar));
    assertEquals(1, taken.get("accepted").intValue(), taken.toString());
    assertEquals(7, taken.get("ignored").intValue());
    assertEquals(6, taken.get("problems").size(), taken.toString());
    assertEquals(Set.of("good.yaml"), paths("wl-attack"));
  }

  @Test
  void tenThousandDocumentsAreTaken() {
    var body =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "kind: ConfigMap\nmetadata:\n  name: c" + i + "\n")
            .collect(Collectors.joining("---\n"));
    var taken = json(api.post(at("wl-many"), YAML, body));
    assertEquals(10_000, taken.get("accepted").intValue());
  }

  @Test
  void twoSendersAtOnceLoseNothing() throws Exception {
    var sends = new ArrayList<Callable<HttpResponse<String>>>();
    for (int i = 0; i < 16; i++) {
      var path = "?path=f" + i % 8 + ".yaml";
      sends.add(() -> api.post(at("wl-both") + path, YAML, deployment("wl-both", 1)));
    }
    var pool = Executors.newFixedThreadPool(8);
    int accepted = 0;
    for (var answer : pool.invokeAll(sends)) {
      assertEquals(202, answer.get().statusCode(), answer.get().body());
      accepted += json(answer.get()).get("accepted").intValue();
    }
    pool.shutdown();
    assertEquals(8, accepted);
    assertEquals(8, paths("wl-both").size());
  }

  @Test
  void filesCanBeTakenAwayAndComeBack() {
    api.post(at("wl-gone") + "?path=a.yaml", YAML, deployment("wl-gone", 1));
    api.post(at("wl-gone") + "?path=b.yaml", YAML, deployment("wl-gone", 2));
    assertEquals(1, json(api.delete(at("wl-gone") + "?path=a.yaml")).get("files").intValue());
    assertEquals(Set.of("b.yaml"), paths("wl-gone"));
    assertEquals(1, json(api.delete(at("wl-gone"))).get("files").intValue());
    assertEquals(0, json(api.delete(at("wl-gone"))).get("files").intValue());
    var again = json(api.post(at("wl-gone") + "?path=a.yaml", YAML, deployment("wl-gone", 1)));
    assertEquals(1, again.get("accepted").intValue());
    assertEquals(Set.of("a.yaml"), paths("wl-gone"));
  }

  @Test
  void whatIsKnownOfAServiceSaysWhereItWasRead() {
    api.post(at("wl-known") + "?path=k8s/a.yaml", YAML, deployment("wl-known", 3));
    var sheet = json(api.get(at("wl-known")));
    assertEquals(24, sheet.get("choices").size());
    assertEquals(12, sheet.get("traits").size());
    assertEquals(24, sheet.at("/known/features").intValue());
    assertEquals(1, sheet.at("/known/files/upload").intValue());
    assertTrue(sheet.at("/known/readAt").isTextual());
    var rows = json(api.get("/api/v1/workloads?after=wl-knowm")).get("rows");
    assertEquals("wl-known", rows.get(0).get("service").asText());
  }

  @Test
  void pagesShowWhatWasReadAndWhatIsMissing() {
    api.post(at("wl-page") + "?path=k8s/a.yaml", YAML, deployment("wl-page", 3));
    for (var page :
        List.of(
            "",
            "/wl-page",
            "/wl-page/file?path=k8s/a.yaml",
            "/wl-page/file?path=k8s/a.yaml&origin=upload")) {
      assertEquals(200, api.get("/workloads" + page).statusCode(), page);
    }
    assertTrue(api.get("/workloads/wl-page").body().contains("What to send next"));
    assertTrue(api.get("/workloads/wl-page").body().contains("We can&#39;t tell yet"));
    assertEquals(404, api.get("/workloads/wl-no-such").statusCode());
    assertEquals(404, api.get("/workloads/wl-page/file?path=none").statusCode());
  }

  /** Every file as a file of a service of its own. */
  @Test
  void everyFileOfTheCorporaIsTakenOrHasANamedProblem() throws IOException {
    int number = 0;
    var wrong = new ArrayList<String>();
    for (var folder :
        List.of("kubernetes-apps", "argocd", "crossplane", "backstage", "ci-pipelines")) {
      for (var file : Corpora.filesBelow(folder)) {
        var name = at("wl-corpus-" + number++) + "?path=" + encoded(file.getFileName().toString());
        var bytes = Files.readAllBytes(file);
        var answer = api.post(name, "application/octet-stream", bytes);
        if (answer.statusCode() != 202 && bytes.length > 0) wrong.add(file + answer.body());
        if (answer.statusCode() == 202 && !isNamed(json(answer))) wrong.add(file + answer.body());
      }
    }
    assertEquals(List.of(), wrong);
    for (int i = 0; i < number; i += 25) {
      assertEquals(200, api.get(at("wl-corpus-" + i)).statusCode());
    }
  }

  private static boolean isNamed(JsonNode taken) {
    return taken.get("accepted").intValue() + taken.get("problems").size() > 0;
  }

  private static void refused(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertFalse(json(answer).path("title").asText().isBlank(), answer.body());
  }

  private Set<String> paths(String service) {
    var paths = new TreeSet<String>();
    json(api.get(at(service))).get("files").forEach(one -> paths.add(one.get("path").asText()));
    return paths;
  }

  private String text(String service, String origin, String path) {
    return api.get(at(service) + "/file?origin=" + encoded(origin) + "&path=" + encoded(path))
        .body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String at(String service) {
    return "/api/v1/workloads/" + service;
  }

  private static String deployment(String name, int replicas) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: %s\nspec:\n  replicas: %d\n"
        .formatted(name, replicas);
  }
}
