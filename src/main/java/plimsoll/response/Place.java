package plimsoll.response;

import java.util.List;
import java.util.Map;

/**
 * Where somebody is in the form.
 *
 * @param step the key of a step; {@link #SEND} for the last page, empty for the first
 * @param item the one item that is shown, {@link #ONE} on the last page; null where a whole step is
 */
record Place(String step, String item) {
  static final String SEND = "send";
  static final String ONE = "one";
  static final Place WELCOME = new Place("", null);

  /** The first place with something that is not answered yet; the last page where all is. */
  static Place resumed(List<Form.Step> asked, Map<String, ?> answers, boolean byItem) {
    for (var step : asked) {
      for (var item : step.items()) {
        if (answers.get(item.id()) == null) return at(step, item, byItem);
      }
    }
    return last(byItem);
  }

  static Place last(boolean byItem) {
    return new Place(SEND, byItem ? ONE : null);
  }

  boolean byItem() {
    return item != null;
  }

  boolean isLast() {
    return step.equals(SEND);
  }

  /** The next one, or the one before, of what is asked; the first and the last page included. */
  Place moved(List<Form.Step> asked, boolean back) {
    var all = all(asked, byItem());
    int here = isLast() ? all.size() : all.indexOf(this);
    int to = here + (back ? -1 : 1);
    if (to < 0) return WELCOME;
    return to < all.size() ? all.get(to) : last(byItem());
  }

  /** The same with one item on a page where all were, or the other way. */
  Place turned(List<Form.Step> asked) {
    if (isLast()) return last(!byItem());
    return asked.stream()
        .filter(each -> each.key().equals(step))
        .findFirst()
        .map(each -> at(each, each.items().get(0), !byItem()))
        .orElse(WELCOME);
  }

  /** Its number among the pages, from 1. */
  int number(List<Form.Step> asked) {
    return isLast() ? pages(asked) : all(asked, byItem()).indexOf(this) + 1;
  }

  /** How many pages there are, the last one included. */
  int pages(List<Form.Step> asked) {
    return all(asked, byItem()).size() + 1;
  }

  /** The end of its address, such as "/practice/D1a". */
  String path() {
    if (step.isEmpty()) return "";
    return item == null ? "/" + step : "/" + step + "/" + item;
  }

  private static Place at(Form.Step step, Item item, boolean byItem) {
    return new Place(step.key(), byItem ? item.id() : null);
  }

  private static List<Place> all(List<Form.Step> asked, boolean byItem) {
    return byItem
        ? asked.stream()
            .flatMap(step -> step.items().stream().map(item -> at(step, item, true)))
            .toList()
        : asked.stream().map(step -> new Place(step.key(), null)).toList();
  }
}
