package plimsoll.delivery.fact;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.catalog.Problem;

/** What was read out of one delivery, before anything is stored. */
public final class Batch {
  private static final int WORDS_MAX = 100;

  private final List<Fact> facts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private final Map<Fact, Integer> documents = new IdentityHashMap<>();
  private int document = 1;
  private int ignored;
  private int unsaid;
  private String raw;

  /** What is added from here on was read from this line or element, counted from 1. */
  public void at(int number) {
    document = number;
  }

  public void add(Fact fact) {
    facts.add(fact);
    documents.put(fact, document);
  }

  /** The line or element that states it. */
  public int document(Fact fact) {
    return documents.getOrDefault(fact, 1);
  }

  /**
   * @param document the line or element, counted from 1
   */
  public void problem(int document, String message) {
    if (problems.size() < WORDS_MAX) {
      problems.add(new Problem(document, message));
    } else {
      unsaid++;
    }
  }

  public void ignore(int document, String why) {
    ignored++;
    note(document, why);
  }

  /** Says what is right but deserves a word. */
  public void note(int document, String word) {
    notes.add(new Problem(document, word));
  }

  /** Takes over all that was read into another one, but not what it keeps. */
  public void addAll(Batch other) {
    facts.addAll(other.facts);
    documents.putAll(other.documents);
    other.problems.forEach(one -> problem(one.document(), one.message()));
    unsaid += other.unsaid;
    notes.addAll(other.notes);
    ignored += other.ignored;
  }

  /** Keeps what the source sent, without people. */
  public void keep(String text) {
    raw = text;
  }

  public List<Fact> facts() {
    return facts;
  }

  public int ignored() {
    return ignored;
  }

  /** The first hundred, and how many more there are. */
  public List<Problem> problems() {
    if (unsaid == 0) {
      return List.copyOf(problems);
    }
    var all = new ArrayList<>(problems);
    all.add(new Problem(0, unsaid + " more problems are not listed."));
    return all;
  }

  public List<Problem> notes() {
    return notes;
  }

  public String raw() {
    return raw;
  }
}
