package plimsoll.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One edition of a questionnaire. An edition never changes once it is written: other words are
 * another edition.
 *
 * @param key such as "quarterly"
 * @param edition such as "2026.1"
 * @param purpose why it is asked, for the person who is asked
 * @param minutes how long it takes most people
 * @param window the time that it asks about
 * @param apart constructs whose items are shown each on its own and never averaged
 */
public record Survey(
    String key,
    String edition,
    Text title,
    Text purpose,
    int minutes,
    Window window,
    List<Block> blocks,
    Set<String> apart) {
  /** Time to read and to choose, as assumed for the time budget; not measured. */
  private static final double WORDS_PER_SECOND = 3.5;

  private static final double CHOOSING_SECONDS = 4;

  /**
   * @throws IllegalArgumentException when an id is used twice, a condition asks for something that
   *     is not a yes-or-no question of an earlier block, or nothing is asked
   */
  public Survey {
    blocks = List.copyOf(blocks);
    apart = Set.copyOf(apart);
    requireSense(blocks);
  }

  /** Key and edition in one word, such as "quarterly-2026.1": the name of its file. */
  public String name() {
    return key + "-" + edition;
  }

  /** All questions, in the order of the file. */
  public List<Question> questions() {
    return blocks.stream().flatMap(block -> block.questions().stream()).toList();
  }

  public Optional<Question> question(String id) {
    return questions().stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /**
   * Without what was answered in blocks that are not asked after the answers before them: somebody
   * may have changed her mind on the way.
   */
  public Map<String, Object> onlyAsked(Map<String, ?> sent) {
    Map<String, Object> asked = new LinkedHashMap<>(sent);
    for (Block block : blocks) {
      if (!block.askedAfter(asked)) {
        block.questions().forEach(question -> asked.remove(question.id()));
      }
    }
    return asked;
  }

  /** Languages that every text has. */
  public Set<String> languages() {
    Set<String> languages = new LinkedHashSet<>(title.in().keySet());
    questions().forEach(question -> languages.retainAll(question.wording().in().keySet()));
    return languages;
  }

  /** What scoring needs: the constructs in the order in which they are first asked. */
  public Keying keying() {
    Map<String, List<Keying.Keyed>> items = new LinkedHashMap<>();
    for (Question question : questions()) {
      if (question instanceof Question.Rating rating && rating.construct() != null) {
        items.computeIfAbsent(rating.construct(), key -> new ArrayList<>()).add(keyed(rating));
      }
    }
    return new Keying(
        items.entrySet().stream()
            .map(e -> new Keying.Construct(e.getKey(), e.getValue(), !apart.contains(e.getKey())))
            .toList());
  }

  /** Seconds to read these questions and choose, at the assumed speeds. */
  public static double readingSeconds(List<? extends Question> questions) {
    int words = questions.stream().mapToInt(Survey::words).sum();
    return words / WORDS_PER_SECOND + questions.size() * CHOOSING_SECONDS;
  }

  /** Words of the English wording. */
  public static int words(Question question) {
    return question.wording().in(Text.ENGLISH).trim().split("\\s+").length;
  }

  private static Keying.Keyed keyed(Question.Rating rating) {
    return new Keying.Keyed(
        rating.id(),
        rating.direction() == Question.Direction.LESS_NEED,
        rating.scale().lowest(),
        rating.scale().highest());
  }

  private static void requireSense(List<Block> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a survey asks something");
    }
    Map<String, Question> earlier = new LinkedHashMap<>();
    for (Block block : blocks) {
      if (block.when() != null && !(earlier.get(block.when().item()) instanceof Question.YesNo)) {
        throw new IllegalArgumentException(
            block.key() + " asks after " + block.when().item() + ", which is no earlier yes or no");
      }
      for (Question question : block.questions()) {
        if (earlier.put(question.id(), question) != null) {
          throw new IllegalArgumentException("the id " + question.id() + " is used twice");
        }
      }
    }
  }
}
