package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTest {

  private static List<String> commands(String script) {
    return Shell.commands(script).stream()
        .map(command -> command.line() + " " + String.join("|", command.words()))
        .toList();
  }

  @Test
  void aScriptIsCutIntoItsCommands() {
    assertEquals(
        List.of("0 cd|charts", "0 helm|lint", "1 helm|upgrade|shop|.", "3 echo|a b # c"),
        commands(
            "cd charts && helm lint # a comment\nsudo -E A=1 helm upgrade \\\n shop .\necho 'a b # c'"));
  }

  @Test
  void commandsWithinCommandsAreFound() {
    assertEquals(
        List.of(
            "0 kubectl|get|pods",
            "0 echo|$(…)",
            "1 bash|-c|helm rollback shop",
            "1 helm|rollback|shop"),
        commands("echo \"$(kubectl get pods)\"\nbash -c 'helm rollback shop'"));
  }

  @Test
  void aHereDocumentIsNoScript() {
    assertEquals(
        List.of("0 cat", "0 kubectl|apply|-f|-", "4 echo|end"),
        commands("cat <<EOF | kubectl apply -f -\nkind: Namespace\nhelm upgrade\nEOF\necho end"));
  }

  @Test
  void anExpressionOfThePipelineIsOneWord() {
    assertEquals(List.of("0 docker|push|${{ a || b }}"), commands("docker push ${{ a || b }}"));
  }

  @Test
  void optionsMayStandBetweenTheWordsOfATool() {
    var upgrade = List.of("helm", "upgrade");
    assertTrue(Tools.matches(upgrade, List.of("helm", "-n", "shop", "upgrade")));
    assertTrue(Tools.matches(upgrade, List.of("helm", "--debug", "upgrade")));
    assertFalse(Tools.matches(upgrade, List.of("helm", "history", "upgrade")));
    assertFalse(Tools.matches(List.of("docker", "build"), List.of("docker", "compose", "build")));
    assertTrue(
        Tools.matches(List.of("mvn", "*", "jib:build"), List.of("mvn", "clean", "jib:build")));
  }

  @Test
  void whatIsOnlyShownIsNotDone() {
    var tools =
        Tools.of(
            new Step(Step.Kind.COMMAND, List.of("kubectl", "apply", "--dry-run=client"), 1, ""));
    assertEquals(List.of(), tools);
  }
}
