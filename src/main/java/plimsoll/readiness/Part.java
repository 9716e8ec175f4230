package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import plimsoll.survey.Keying;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

/**
 * What gets one score: a construct, or one of its items where these are shown apart.
 *
 * @param key the construct's, or the item's where it stands alone
 * @param minimumGroup fewest people whose score may be shown
 */
record Part(String key, List<Keyed> items, int minimumGroup) {

  /** Frustration and effort are shown only from eight people on. */
  private static final int FOR_ITEMS_APART = 8;

  static List<Part> of(Keying keying, int minimumGroup) {
    var parts = new ArrayList<Part>();
    for (var construct : keying.constructs()) {
      if (construct.averaged()) {
        parts.add(new Part(construct.key(), construct.items(), minimumGroup));
      } else {
        int group = Math.max(minimumGroup, FOR_ITEMS_APART);
        construct.items().forEach(i -> parts.add(new Part(i.item(), List.of(i), group)));
      }
    }
    return parts;
  }

  /** One person's score, 0 to 100; NaN when fewer than half of the items were answered. */
  double score(Sheet sheet) {
    double sum = 0;
    int answered = 0;
    for (Keyed item : items) {
      Integer answer = answer(sheet, item);
      if (answer == null) continue;
      sum += item.need(answer);
      answered++;
    }
    return 2 * answered >= items.size() && answered > 0 ? sum / answered : Double.NaN;
  }

  /** The need of each item, 0 to 100; NaN where it has no answer. */
  double[] needs(Sheet sheet) {
    return items.stream().mapToDouble(item -> need(item, answer(sheet, item))).toArray();
  }

  private static double need(Keyed item, Integer answer) {
    return answer == null ? Double.NaN : item.need(answer);
  }

  /** The answer, null where the item was left blank or gave no basis. */
  static Integer answer(Sheet sheet, Keyed item) {
    Integer answer = sheet.points().get(item.item());
    if (answer == null || sheet.noBasis().contains(item.item())) return null;
    BadCase.unless(
        answer >= item.lowest() && answer <= item.highest(),
        "item %s has no answer %d",
        item.item(),
        answer);
    return answer;
  }
}
