package plimsoll.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import plimsoll.language.Language;
import plimsoll.survey.Answer;
import plimsoll.survey.Option;
import plimsoll.survey.Question;

/**
 * One question as it is shown.
 *
 * @param kind "rating", "yes-no", "one-of", "several-of", "ranking", "slider", "number" or "text"
 * @param matrix what the rows of its matrix begin with; null where it stands alone
 * @param choices what can be chosen, those that are no answer last; of own words none
 * @param hint what to mind; null when there is nothing
 * @param longest characters at most; null where one does not write
 * @param lines whether own words may have more than one line
 * @param most how many can be chosen or ranked; null where one only can
 * @param range the numbers that are taken; null where no number is
 */
public record Item(
    String id,
    String kind,
    Said wording,
    Said matrix,
    List<Choice> choices,
    Said hint,
    Integer longest,
    boolean lines,
    Integer most,
    Range range) {

  /**
   * @param value as it is sent: a number, a truth value, an option's key, or what stands for none
   */
  public record Choice(Object value, Said label) {
    /** True where it says that there is no answer. */
    @JsonIgnore
    public boolean isNone() {
      return Answer.isNone(value);
    }
  }

  /**
   * @param decimals digits after the point at most
   * @param low words at the lowest; null where there are none
   * @param high words at the highest; null where there are none
   * @param unit as it stands after the number; null where there is none
   */
  public record Range(
      BigDecimal lowest, BigDecimal highest, int decimals, Said low, Said high, Said unit) {
    /** The least step from one number to the next, such as 0.1. */
    @JsonIgnore
    public String step() {
      return BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    }
  }

  /** Those choices that say something. */
  public List<Choice> answers() {
    return choices.stream().filter(choice -> !choice.isNone()).toList();
  }

  /** Those choices that say that there is no answer. */
  public List<Choice> nones() {
    return choices.stream().filter(Choice::isNone).toList();
  }

  /** True where one of the choices is taken, and no other can be. */
  public boolean single() {
    return List.of("rating", "yes-no", "one-of").contains(kind);
  }

  /** True where several of the choices can be taken, each by its own box. */
  public boolean several() {
    return kind.equals("several-of");
  }

  /** True where options are given ranks. */
  public boolean ranked() {
    return kind.equals("ranking");
  }

  /** True where a number is given. */
  public boolean numeric() {
    return range != null;
  }

  /** True where one writes. */
  public boolean written() {
    return longest != null;
  }

  /** How many ranks can be given: 1, 2, 3. */
  public List<Integer> ranks() {
    return Stream.iterate(1, rank -> rank + 1).limit(most).toList();
  }

  static Item of(Question question, Said matrix, Form form) {
    return new Shaping(question, matrix, form).item();
  }

  /** What is wrong with an answer to it that can't be read, for whoever gave it. */
  String mend(Language say, Object answer) {
    if (answer instanceof List<?> && !several() && !ranked()) return say.say("mend.twice");
    if (several()) return say.say("mend.several", most);
    if (ranked()) return say.say("mend.ranking", most);
    if (written()) return say.say(lines ? "mend.text" : "mend.line", longest);
    if (!numeric()) return say.say("mend.choice");
    var low = range.lowest().toPlainString();
    var high = range.highest().toPlainString();
    return range.decimals() == 0
        ? say.say("mend.number", low, high)
        : say.say("mend.decimals", low, high, range.decimals());
  }

  /** Makes one item of one question. */
  private record Shaping(Question question, Said matrix, Form form) {

    Item item() {
      if (question instanceof Question.Rating rating) {
        var points = rating.scale().points().stream();
        return chosen("rating", points.map(each -> choice(each.value(), form.said(each.label()))));
      }
      if (question instanceof Question.YesNo) {
        return chosen(
            "yes-no", Stream.of(choice(true, own("choice.yes")), choice(false, own("choice.no"))));
      }
      if (question instanceof Question.OneOf one) {
        return chosen("one-of", options(one.options()));
      }
      if (question instanceof Question.SeveralOf several) {
        int most = several.most();
        boolean all = most == several.options().size();
        var hint = all ? own("hint.several") : own("hint.several.most", most);
        return item("several-of", options(several.options()), hint, null, false, most, null);
      }
      if (question instanceof Question.Ranking ranking) {
        int most = ranking.most();
        boolean all = most == ranking.options().size();
        var hint = all ? own("hint.ranking") : own("hint.ranking.most", most);
        return item("ranking", options(ranking.options()), hint, null, false, most, null);
      }
      return question instanceof Question.OpenText text ? written(text) : numeric();
    }

    private Item chosen(String kind, Stream<Choice> choices) {
      return item(kind, choices, null, null, false, null, null);
    }

    private Item written(Question.OpenText text) {
      return new Item(
          text.id(),
          "text",
          form.said(text.wording()),
          matrix,
          List.of(),
          form.said(text.hint()),
          text.longest(),
          text.lines(),
          null,
          null);
    }

    private Item numeric() {
      if (question instanceof Question.Slider line) {
        var range =
            new Range(
                BigDecimal.valueOf(line.lowest()),
                BigDecimal.valueOf(line.highest()),
                0,
                form.said(line.low()),
                form.said(line.high()),
                null);
        return item("slider", Stream.of(), hint(range), null, false, null, range);
      }
      var number = (Question.Quantity) question;
      var unit = form.said(number.unit());
      var range = new Range(number.lowest(), number.highest(), number.decimals(), null, null, unit);
      return item("number", Stream.of(), hint(range), null, false, null, range);
    }

    private Said hint(Range range) {
      return own(
          range.decimals() == 0 ? "hint.number" : "hint.decimals",
          range.lowest().toPlainString(),
          range.highest().toPlainString());
    }

    private Item item(
        String kind,
        Stream<Choice> choices,
        Said hint,
        Integer longest,
        boolean lines,
        Integer most,
        Range range) {
      var all =
          Stream.concat(
                  choices,
                  Stream.of(
                      choice(Answer.NO_BASIS, own("choice.no-basis")),
                      choice(Answer.DECLINED, own("choice.declined"))))
              .toList();
      var wording = form.said(question.wording());
      return new Item(question.id(), kind, wording, matrix, all, hint, longest, lines, most, range);
    }

    private Stream<Choice> options(List<Option> options) {
      return options.stream().map(each -> choice(each.key(), form.said(each.label())));
    }

    private static Choice choice(Object value, Said label) {
      return new Choice(value, label);
    }

    private Said own(String key) {
      return new Said(form.language().say(key), null);
    }

    private Said own(String key, Object first) {
      return new Said(form.language().say(key, first), null);
    }

    private Said own(String key, Object first, Object second) {
      return new Said(form.language().say(key, first, second), null);
    }
  }
}
