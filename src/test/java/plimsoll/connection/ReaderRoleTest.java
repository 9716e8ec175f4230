package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;

/** Holds the published rights and what is asked for together. */
class ReaderRoleTest {
  @Test
  void roleGivesEachKindThatIsAskedForAndNothingElse() throws IOException {
    var given = new TreeSet<String>();
    for (var rule : role().at("rules").items()) {
      assertEquals(List.of("list", "watch"), texts(rule.at("verbs")), "it changes nothing");
      for (var group : texts(rule.at("apiGroups"))) {
        texts(rule.at("resources")).forEach(one -> given.add(group + "/" + one));
      }
    }
    var asked =
        ObjectKinds.ALL.stream()
            .filter(one -> !one.isHelm())
            .map(one -> one.group() + "/" + one.plural())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(asked, given);
  }

  @Test
  void eachPartOfTheFileIsReadable() throws IOException {
    var kinds = parts().stream().map(part -> ((Node) part.content()).at("kind").text()).toList();
    assertTrue(parts().stream().allMatch(part -> part.fault() == null));
    assertEquals(
        List.of("Namespace", "ServiceAccount", "Secret", "ClusterRole", "ClusterRoleBinding"),
        kinds);
  }

  private static Node role() throws IOException {
    return parts().stream()
        .map(part -> (Node) part.content())
        .filter(one -> one.at("kind").text().equals("ClusterRole"))
        .findFirst()
        .orElseThrow();
  }

  private static List<YamlStream.Part> parts() throws IOException {
    return YamlStream.nodes(Files.readString(Path.of("docker/kubernetes-reader.yaml")));
  }

  private static List<String> texts(Node list) {
    return list.items().stream().map(Node::text).toList();
  }
}
