package plimsoll.questionnaire;

import java.util.HashSet;
import java.util.Set;

/** Gives what comes from elsewhere names that are names here, none twice. */
final class SurveyJsNames {
  private static final int LONGEST = 36;
  private final Set<String> taken = new HashSet<>();

  /** The same name where it is one and is free; else the nearest to it. */
  String take(String wanted, String otherwise) {
    String name = cleaned(wanted);
    if (name.isEmpty()) name = otherwise;
    String free = name;
    for (int i = 2; !taken.add(free); i++) free = name + "-" + i;
    return free;
  }

  private static String cleaned(String wanted) {
    String name =
        wanted.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|-+$", "");
    return name.length() > LONGEST && !name.equals(wanted) || name.length() > LONGEST + 4
        ? name.substring(0, LONGEST)
        : name;
  }
}
