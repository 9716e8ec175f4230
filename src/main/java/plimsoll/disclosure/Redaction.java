package plimsoll.disclosure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of somebody's own words what names people, teams and addresses. It knows the names of
 * the catalog only, and words that are names as well ("will", "mark") only where they are written
 * with a capital; so a person must read the rest before others do.
 */
public final class Redaction {
  private static final String PERSON = "[name]";
  private static final String TEAM = "[team]";
  private static final int LONGEST_UNCASED = 12;
  private static final int CLEAR_KEY = 5;
  private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}]");
  private static final Pattern TICKET =
      Pattern.compile("\\b\\p{Lu}[\\p{Lu}\\p{N}]{1,9}-\\d{1,8}\\b");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()/.-]?\\d){5,}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Set<String> GROUPS = Set.of("team", "squad", "tribe", "crew", "equipe");

  private final Set<String> parts = new HashSet<>();
  private final Set<String> wholes = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> teams = new HashSet<>();
  private final Set<String> uncased = new HashSet<>();
  private int longest = 1;

  private Redaction() {}

  /**
   * @param people names of people, and what else stands for them, such as keys and the part of an
   *     address before the sign
   * @param teams names and keys of teams and groups
   */
  public static Redaction of(Collection<String> people, Collection<String> teams) {
    var redaction = new Redaction();
    people.forEach(redaction::addPerson);
    teams.forEach(redaction::addTeam);
    return redaction;
  }

  /** The words without names, addresses, links, tickets and long numbers. */
  public String of(String words) {
    var plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
    plain = LINK.matcher(plain).replaceAll("[link]");
    plain = ADDRESS.matcher(plain).replaceAll("[address]");
    plain = HANDLE.matcher(plain).replaceAll(PERSON);
    plain = TICKET.matcher(plain).replaceAll("[ticket]");
    plain = NUMBER.matcher(plain).replaceAll("[number]");
    return withoutNames(plain);
  }

  private record Word(int from, int to, String text, String folded) {
    boolean written(Redaction names) {
      return Character.isUpperCase(text.codePointAt(0)) && names.parts.contains(folded);
    }
  }

  private void addPerson(String name) {
    var folded = split(fold(name));
    for (var part : folded) if (part.length() > 1) parts.add(part);
    if (folded.size() > 1) addWhole(folded, wholes);
    var key = fold(name.strip());
    if (key.length() >= CLEAR_KEY && key.matches("\\S+")) keys.add(key);
    if (isUncased(name)) uncased.addAll(split(name));
    if (isUncased(name)) uncased.add(BREAK.matcher(name).replaceAll(""));
    uncased.removeIf(each -> each.length() < 2);
  }

  private void addTeam(String name) {
    var folded = split(fold(name));
    if (!folded.isEmpty()) addWhole(folded, teams);
  }

  private void addWhole(List<String> folded, Set<String> to) {
    to.add(String.join(" ", folded));
    longest = Math.max(longest, folded.size());
  }

  private String withoutNames(String plain) {
    var words = words(plain);
    var out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < words.size(); ) {
      int length = hidden(words, i);
      var first = words.get(i);
      var last = words.get(i + Math.max(0, length - 1));
      out.append(plain, done, first.from());
      if (length == 0) out.append(withoutUncased(plain.substring(first.from(), first.to())));
      else out.append(team(words, i, length) ? TEAM : PERSON);
      done = last.to();
      i += Math.max(1, length);
    }
    return out.append(plain.substring(done)).toString();
  }

  /** How many words from here on are a name; 0 when this one is none. */
  private int hidden(List<Word> words, int from) {
    for (int length = Math.min(longest, words.size() - from); length > 1; length--) {
      var phrase = phrase(words, from, length);
      if (wholes.contains(phrase) || teams.contains(phrase)) return length;
    }
    var word = words.get(from);
    boolean person = word.written(this) || keys.contains(word.folded());
    return person || singleTeam(words, from) ? 1 : 0;
  }

  private boolean team(List<Word> words, int from, int length) {
    return length > 1 ? teams.contains(phrase(words, from, length)) : singleTeam(words, from);
  }

  /** A team that is called by one word is named where that has a capital or stands by "team". */
  private boolean singleTeam(List<Word> words, int at) {
    var word = words.get(at);
    if (!teams.contains(word.folded())) return false;
    return Character.isUpperCase(word.text().codePointAt(0))
        || at > 0 && GROUPS.contains(words.get(at - 1).folded())
        || at + 1 < words.size() && GROUPS.contains(words.get(at + 1).folded());
  }

  private static String phrase(List<Word> words, int from, int length) {
    var phrase = new StringBuilder();
    for (var word : words.subList(from, from + length)) {
      phrase.append(phrase.isEmpty() ? "" : " ").append(word.folded());
    }
    return phrase.toString();
  }

  /** Where words have no spaces between them, a name may stand inside. */
  private String withoutUncased(String word) {
    if (uncased.isEmpty() || !isUncased(word)) return word;
    var out = new StringBuilder();
    for (int i = 0; i < word.length(); ) {
      int length = uncasedAt(word, i);
      out.append(length == 0 ? word.substring(i, i + 1) : PERSON);
      i += Math.max(1, length);
    }
    return out.toString();
  }

  private int uncasedAt(String word, int from) {
    for (int length = Math.min(LONGEST_UNCASED, word.length() - from); length > 1; length--) {
      if (uncased.contains(word.substring(from, from + length))) return length;
    }
    return 0;
  }

  private static List<Word> words(String plain) {
    var words = new ArrayList<Word>();
    WORD.matcher(plain)
        .results()
        .forEach(w -> words.add(new Word(w.start(), w.end(), w.group(), fold(w.group()))));
    return words;
  }

  private static List<String> split(String name) {
    return BREAK.splitAsStream(name).filter(part -> !part.isEmpty()).toList();
  }

  private static boolean isUncased(String text) {
    return text.codePoints()
        .anyMatch(
            c -> Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c));
  }

  /** Without case and accents. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
