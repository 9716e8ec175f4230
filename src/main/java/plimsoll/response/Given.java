package plimsoll.response;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What somebody answered so far, to be shown again as it was given, also where it is wrong. */
public record Given(Map<String, Object> answers) {

  /** True where the choice is taken. */
  public boolean has(String item, Object choice) {
    var answer = answers.get(item);
    return answer instanceof List<?> parts
        ? parts.stream().anyMatch(part -> same(part, choice))
        : same(answer, choice);
  }

  /** The words or the number of an item; empty where there is none. */
  public String text(Item item) {
    var answer = answers.get(item.id());
    boolean none =
        answer == null || item.nones().stream().anyMatch(each -> same(answer, each.value()));
    return none || answer instanceof List ? "" : answer.toString();
  }

  /** The rank of an option, from 1; 0 where it has none. */
  public int rank(String item, Object option) {
    return answers.get(item) instanceof List<?> ranked ? ranked.indexOf(option) + 1 : 0;
  }

  private static boolean same(Object answer, Object choice) {
    return Objects.toString(answer, "").equals(Objects.toString(choice, " "));
  }
}
