package plimsoll.delivery.source;

import java.time.Instant;
import java.util.function.Consumer;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Moments;
import plimsoll.delivery.fact.Scrub;

/**
 * A delivery that holds one JSON object: that, the rules by which it is read, and what came of it.
 */
record Webhook(Fields payload, Rules rules, Moments moments, Batch batch) {

  /**
   * Reads a delivery; what is wrong with it becomes a problem.
   *
   * @throws plimsoll.access.Refusal 400 when it holds no JSON object
   */
  static Batch read(Delivery delivery, Consumer<Webhook> meaning) {
    var hook =
        new Webhook(delivery.fields(), delivery.rules(), new Moments(delivery.now()), new Batch());
    hook.trying(1, () -> meaning.accept(hook));
    hook.batch.keep(Scrub.withoutPeople(hook.payload.object()));
    return hook.batch;
  }

  /** Reads each; what is wrong with one does not stop the others. */
  <T> void each(Iterable<T> parts, Consumer<T> meaning) {
    int number = 0;
    for (var part : parts) {
      trying(++number, () -> meaning.accept(part));
    }
  }

  /**
   * What kind of delivery it is, by a field that says so; "event" where none does.
   *
   * @param path the names that lead to it
   */
  static String what(Delivery delivery, String... path) {
    try {
      var node = delivery.json();
      for (var name : path) {
        node = node.path(name);
      }
      var text = node.isTextual() ? node.textValue().strip() : "";
      return text.isEmpty() ? "event" : Fields.cut(text);
    } catch (Refusal e) {
      return "event";
    }
  }

  void add(Fact fact) {
    batch.add(fact);
  }

  void ignore(String why) {
    batch.ignore(1, why);
  }

  /**
   * @throws BadEvent when it is missing, or cannot be true
   */
  Instant needed(Fields fields, String name) {
    return moments.read(name, fields.needed(name));
  }

  /** Null when it is missing, or cannot be true: where a figure can do without. */
  Instant ifTrue(Fields fields, String name) {
    try {
      return fields.has(name) ? moments.read(name, fields.needed(name)) : null;
    } catch (BadEvent e) {
      return null;
    }
  }

  /** Reads one part; what is wrong with it becomes a problem of that number. */
  void trying(int part, Runnable reading) {
    try {
      batch.at(part);
      reading.run();
    } catch (BadEvent e) {
      batch.problem(part, e.getMessage());
    }
  }
}
