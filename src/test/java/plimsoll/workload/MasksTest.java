package plimsoll.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {
  @Test
  void dataOfSecretsIsMaskedWhereverTheKindStands() {
    var text =
        "apiVersion: v1\ndata:\n  a: aHVudGVyMg==\n  b: |\n    two\n    lines\nkind: Secret\n"
            + "stringData: {c: hunter2}\nmetadata:\n  name: db\n";
    assertEquals(
        "apiVersion: v1\ndata:\n  a: \"***\"\n  b: \"***\"\n\n\nkind: Secret\n"
            + "stringData: {c: \"***\"}\nmetadata:\n  name: db\n",
        yaml(text));
  }

  @Test
  void secretsInListsAndInJsonAreMasked() {
    var json =
        "{\"kind\":\"List\",\"items\":[{\"kind\":\"Secret\",\"data\":{\"a\":\"aHVudGVyMg==\"}},"
            + "{\"kind\":\"ConfigMap\",\"data\":{\"a\":\"plain\"}}]}";
    var masked = Masks.of("a.json", json);
    assertFalse(masked.contains("aHVudGVyMg"), masked);
    assertTrue(masked.contains("plain"), masked);
  }

  @Test
  void lastAppliedConfigurationIsMasked() {
    var text =
        "metadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n"
            + "      {\"data\":{\"a\":\"hunter2\"}}\n  name: x\n";
    assertFalse(yaml(text).contains("hunter2"));
    assertTrue(yaml(text).endsWith("  name: x\n"));
  }

  @Test
  void variablesWhoseNamesSaySoAreMaskedAndReferencesStay() {
    var text =
        "env:\n- name: DB_PASSWORD\n  value: hunter2\n- name: KEY_OF_API\n  value: \"k-1\"\n"
            + "- name: LEVEL\n  value: debug\n- name: TOKEN_FILE\n  value: /run/token\n"
            + "- name: API_TOKEN\n  valueFrom:\n    secretKeyRef: {name: api, key: token}\n"
            + "- name: PASSWORD\n  value: $(OTHER)\n";
    var masked = yaml(text);
    assertFalse(masked.contains("hunter2") || masked.contains("k-1"), masked);
    for (var kept : List.of("debug", "/run/token", "{name: api, key: token}", "$(OTHER)")) {
      assertTrue(masked.contains(kept), kept + " in " + masked);
    }
  }

  @Test
  void fieldsWhoseLastWordSaysSoAreMasked() {
    var text =
        "auth:\n  rootPassword: hunter2\n  password: 12345678\nclientSecret: abc\napi_key: abc\n"
            + "existingSecret: db-secret\nsecretName: tls\npasswordKey: pw\ntopologyKey: zone\n"
            + "automountServiceAccountToken: false\npermissions:\n  id-token: write\n"
            + "token: ${{ secrets.T }}\nsecrets: inherit\nmaxTokens: 5\npassword2: x\n";
    var masked = yaml(text);
    assertEquals(4, masked.split("\"\\*\\*\\*\"", -1).length - 1, masked);
    for (var kept :
        List.of(
            "db-secret",
            "secretName: tls",
            "passwordKey: pw",
            "zone",
            "write",
            "${{ secrets.T }}")) {
      assertTrue(masked.contains(kept), kept + " in " + masked);
    }
  }

  @Test
  void argumentsAreMasked() {
    var text = "args:\n- --db-password\n- hunter2\n- --token=abcdef\n- --verbose\n- \"on\"\n";
    assertEquals(
        "args:\n- --db-password\n- \"***\"\n- --token=***\n- --verbose\n- \"on\"\n", yaml(text));
  }

  @Test
  void scriptsAreMasked() {
    var text =
        "run: |\n  export API_TOKEN=abc123\n  docker login -u me -p hunter2 host\n"
            + "  curl -H \"Authorization: Bearer abcdefghijklmnopqrstuvwx\"\n"
            + "  psql postgres://me:hunter2@db/x\n  make TOKEN=$TOKEN PASSWORD=${P}\n";
    var masked = yaml(text);
    assertFalse(masked.matches("(?s).*(abc123|hunter2|abcdefghijkl).*"), masked);
    assertTrue(masked.contains("TOKEN=$TOKEN PASSWORD=${P}"), masked);
  }

  @Test
  void jenkinsfilesKeepWhereTheirSecretsComeFrom() {
    var text = "environment {\n  DB_PASSWORD = credentials('db')\n  API_TOKEN = 'abc123'\n}\n";
    var masked = Masks.of("Jenkinsfile", text);
    assertTrue(masked.contains("credentials('db')"), masked);
    assertFalse(masked.contains("abc123"), masked);
  }

  @Test
  void templatesAreMaskedLineByLine() {
    var text =
        "{{- if .Values.x }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}\n"
            + "data:\n  a: {{ .Values.a | b64enc }}\n  b: aHVudGVyMg==\n{{- range .Values.l }}\n"
            + "  c: hunter3\n{{- end }}\n---\nkind: ConfigMap\ndata:\n  d: plain\n"
            + "  dbPassword: hunter4\n  {{ .k }}: x\n";
    var masked = Masks.of("templates/a.yaml", text);
    assertFalse(masked.matches("(?s).*(aHVudGVyMg|hunter).*"), masked);
    assertTrue(masked.contains("{{ .Values.a | b64enc }}") && masked.contains("plain"), masked);
    assertEquals(text.lines().count(), masked.lines().count());
  }

  @Test
  void privateKeysAndKnownTokensAreMaskedAnywhere() {
    var key = "-----BEGIN RSA PRIVATE KEY-----\n    abc\n    -----END RSA PRIVATE KEY-----";
    var text = "data:\n  x: |\n    " + key + "\n# ghp_" + "a".repeat(36) + "\ny: 1\n";
    var masked = yaml(text);
    assertFalse(masked.contains("abc") || masked.contains("aaaa"), masked);
    assertEquals(text.lines().count(), masked.lines().count());
  }

  @Test
  void peopleAreMaskedAndActionsAreNot() {
    var text =
        "maintainers:\n- name: Jane Doe\n  email: jane@example.com\nuses: acme/deploy@v1.two\n"
            + "repo: git@github.com:acme/x.git\nimage: a@sha256:00\n# by joe@example.org\n";
    var masked = yaml(text);
    assertFalse(masked.contains("Jane") || masked.contains("joe@"), masked);
    for (var kept : List.of("acme/deploy@v1.two", "git@github.com:acme/x.git", "a@sha256:00")) {
      assertTrue(masked.contains(kept), kept + " in " + masked);
    }
  }

  @Test
  void anchorsStay() {
    var masked = yaml("password: &pw hunter2\nother: *pw\n");
    assertEquals("password: &pw \"***\"\nother: *pw\n", masked);
  }

  @Test
  void whatWasMaskedIsNotChangedAgain() {
    var text =
        "kind: Secret\r\ndata:\r\n  a: x\r\n  b: |\r\n    y\r\npassword: z\r\nurl: h://u:p@x\r\n";
    var once = yaml(text);
    assertEquals(once, yaml(once));
    assertFalse(once.contains("\r"));
  }

  @Test
  void aLongLineOfWordsIsMaskedInTime() {
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          Masks.of("a.yaml", "a: " + "password-".repeat(100_000));
          Masks.of("a.txt", "://".repeat(300_000));
          Masks.of("a.txt", "a.".repeat(500_000) + "@");
        });
  }

  private static String yaml(String text) {
    return Masks.of("a.yaml", text);
  }
}
