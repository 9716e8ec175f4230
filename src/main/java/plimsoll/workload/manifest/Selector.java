package plimsoll.workload.manifest;

import plimsoll.document.Node;

/** Which labels a selector takes: equality, and sets as Kubernetes knows them. */
final class Selector {
  /** Whether labels are taken; OPEN where a template hides it. */
  enum Match {
    YES,
    NO,
    OPEN;

    Match and(Match other) {
      if (this == NO || other == NO) return NO;
      return this == OPEN ? this : other;
    }
  }

  private Selector() {}

  /** With {@code matchLabels} and {@code matchExpressions}; an empty one takes all. */
  static Match full(Node selector, Node labels) {
    if (!selector.isMap()) return Open.is(selector) ? Match.OPEN : Match.NO;
    var match = equality(selector.at("matchLabels"), labels);
    for (var expression : selector.at("matchExpressions").items()) {
      match = match.and(expression(expression, labels));
    }
    boolean hidden = selector.fields().keySet().stream().anyMatch(Open::is);
    return hidden ? match.and(hidden(selector, labels)) : match;
  }

  /** A map alone, as a Service has it; an empty one takes nothing. */
  static Match plain(Node selector, Node labels) {
    if (selector.isMap()) {
      return selector.fields().isEmpty() ? Match.NO : equality(selector, labels);
    }
    return Open.is(selector) ? Match.OPEN : Match.NO;
  }

  private static Match equality(Node wanted, Node labels) {
    if (!wanted.isMap() && Open.is(wanted)) return Match.OPEN;
    var match = Match.YES;
    for (var one : wanted.fields().entrySet()) {
      match = match.and(equal(one.getKey(), one.getValue(), labels));
    }
    return match;
  }

  private static Match equal(String key, Node value, Node labels) {
    var own = labels.at(key);
    if (!own.isThere()) return Open.is(key) || Open.is(labels) ? Match.OPEN : Match.NO;
    if (own.text().equals(value.text())) return Match.YES;
    return Open.is(own) || Open.is(value) ? Match.OPEN : Match.NO;
  }

  private static Match expression(Node expression, Node labels) {
    var own = labels.at(expression.at("key").text());
    if (!own.isThere() && Open.is(labels)) return Match.OPEN;
    boolean among =
        own.isThere()
            && expression.at("values").items().stream()
                .anyMatch(value -> value.text().equals(own.text()));
    return switch (expression.at("operator").text()) {
      case "In" -> answer(among);
      case "NotIn" -> answer(!among);
      case "Exists" -> answer(own.isThere());
      case "DoesNotExist" -> answer(!own.isThere());
      default -> Match.OPEN;
    };
  }

  /** The same words on both sides make the same fields. */
  private static Match hidden(Node selector, Node labels) {
    return selector.fields().keySet().stream()
            .filter(Open::is)
            .allMatch(key -> labels.at(key).isThere())
        ? Match.YES
        : Match.OPEN;
  }

  private static Match answer(boolean taken) {
    return taken ? Match.YES : Match.NO;
  }
}
