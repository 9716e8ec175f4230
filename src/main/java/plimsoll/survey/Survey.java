package plimsoll.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
 * @param replaces ids of items of earlier editions that were changed, by the id of the item that
 *     stands in their place now: their series do not go on in it
 */
public record Survey(
    String key,
    String edition,
    Text title,
    Text purpose,
    int minutes,
    Window window,
    List<Block> blocks,
    Set<String> apart,
    Map<String, String> replaces) {
  /** Time to read and to choose, as assumed for the time budget; not measured. */
  private static final double WORDS_PER_SECOND = 3.5;

  private static final double CHOOSING_SECONDS = 4;

  /**
   * @throws IllegalArgumentException when an id is used twice, a condition asks for something that
   *     is not surely asked before, or nothing is asked
   */
  public Survey {
    blocks = List.copyOf(blocks);
    apart = Set.copyOf(apart);
    replaces = Map.copyOf(replaces);
    requireSense(blocks);
  }

  /** One that replaces no items of earlier editions. */
  public Survey(
      String key,
      String edition,
      Text title,
      Text purpose,
      int minutes,
      Window window,
      List<Block> blocks,
      Set<String> apart) {
    this(key, edition, title, purpose, minutes, window, blocks, apart, Map.of());
  }

  /** Key and edition in one word, such as "quarterly-2026.1": the name of its file. */
  public String name() {
    return key + "-" + edition;
  }

  /** All that is answered by itself, in the order of the file; rows instead of their matrix. */
  public List<Question> questions() {
    return blocks.stream().flatMap(block -> block.items().stream()).toList();
  }

  public Optional<Question> question(String id) {
    return questions().stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /** Whether people are asked different parts of it. */
  public boolean split() {
    return blocks.stream().anyMatch(block -> block.ask() != null);
  }

  /**
   * As one person is asked: movable blocks beside each other in an order of her own, of each bank
   * her part, and the questions of each block shuffled.
   *
   * @param order any number; the same one gives the same order
   * @param place which part of each bank is hers, from 0; people at places one after the other have
   *     parts that together ask everything equally often
   */
  public Survey arranged(long order, int place) {
    var mine = moved(order).stream().map(block -> block.arranged(order, place)).toList();
    return new Survey(key, edition, title, purpose, minutes, window, mine, apart, replaces);
  }

  /**
   * Without what was answered to questions that are not asked after the answers before them:
   * somebody may have changed her mind on the way.
   */
  public Map<String, Object> onlyAsked(Map<String, ?> sent) {
    Map<String, Object> asked = new LinkedHashMap<>(sent);
    for (Block block : blocks) {
      var still = block.askedAfter(asked);
      block.questions().stream()
          .filter(question -> !still.contains(question))
          .forEach(question -> question.items().forEach(item -> asked.remove(item.id())));
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
      if (question instanceof Question.Scored scored && scored.construct() != null) {
        items.computeIfAbsent(scored.construct(), key -> new ArrayList<>()).add(keyed(scored));
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

  private static Keying.Keyed keyed(Question.Scored scored) {
    return new Keying.Keyed(
        scored.id(),
        scored.direction() == Question.Direction.LESS_NEED,
        scored.lowest(),
        scored.highest());
  }

  /** The blocks, those of each run of movable ones shuffled. */
  private List<Block> moved(long order) {
    Random random = new Random(order);
    List<Block> moved = new ArrayList<>();
    for (List<Block> run : runs(blocks)) {
      List<Block> mixed = new ArrayList<>(run);
      Collections.shuffle(mixed, random);
      moved.addAll(mixed);
    }
    return moved;
  }

  /** Movable blocks beside each other make one run; each of the others is one by itself. */
  private static List<List<Block>> runs(List<Block> blocks) {
    List<List<Block>> runs = new ArrayList<>();
    boolean goesOn = false;
    for (Block block : blocks) {
      if (!goesOn || !block.movable()) runs.add(new ArrayList<>());
      runs.get(runs.size() - 1).add(block);
      goesOn = block.movable();
    }
    return runs;
  }

  private static void requireSense(List<Block> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a survey asks something");
    }
    if (blocks.stream().map(Block::key).distinct().count() < blocks.size()) {
      throw new IllegalArgumentException("the key of a block is used twice");
    }
    requireIdsOnce(blocks);
    Map<String, Question> earlier = new LinkedHashMap<>();
    for (List<Block> run : runs(blocks)) {
      run.forEach(block -> requireConditions(block, earlier));
      run.forEach(block -> block.items().forEach(item -> earlier.put(item.id(), item)));
    }
  }

  /** What stands in the same run, or in the same block, may come later for somebody. */
  private static void requireConditions(Block block, Map<String, Question> earlier) {
    requireCondition(block.key(), block.when(), earlier);
    block.only().forEach((question, only) -> requireCondition(question, only, earlier));
  }

  private static void requireCondition(
      String who, Condition condition, Map<String, Question> earlier) {
    String fault = condition == null ? null : condition.fault(earlier);
    if (fault != null) {
      throw new IllegalArgumentException("the condition of " + who + ": " + fault);
    }
  }

  private static void requireIdsOnce(List<Block> blocks) {
    var seen = new HashSet<String>();
    for (Block block : blocks) {
      for (Question question : block.questions()) {
        if (!seen.add(question.id())) throw twice(question);
        question.items().stream()
            .filter(item -> item != question && !seen.add(item.id()))
            .forEach(
                item -> {
                  throw twice(item);
                });
      }
    }
  }

  private static IllegalArgumentException twice(Question question) {
    return new IllegalArgumentException("the id " + question.id() + " is used twice");
  }
}
