package plimsoll.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import plimsoll.survey.Answer;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Option;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/**
 * Writes a survey in the JSON of SurveyJS. What SurveyJS has no field for stands in a field
 * "plimsoll", which it leaves aside, and is named there.
 */
final class SurveyJsExport {
  private final Survey survey;
  private final Map<String, Object> items = new LinkedHashMap<>();
  private final Map<String, Object> blocks = new LinkedHashMap<>();
  private final List<String> lost = new ArrayList<>();

  private SurveyJsExport(Survey survey) {
    this.survey = survey;
  }

  static Map<String, Object> of(Survey survey) {
    return new SurveyJsExport(survey).whole();
  }

  private Map<String, Object> whole() {
    lost.add("“Doesn’t apply to me” and “I prefer not to say” are offered at each question here");
    var pages = survey.blocks().stream().map(this::page).toList();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("title", text(survey.title()));
    whole.put("description", text(survey.purpose()));
    whole.put("pages", pages);
    whole.put("plimsoll", extras());
    return whole;
  }

  private Map<String, Object> extras() {
    Map<String, Object> extras = new LinkedHashMap<>();
    extras.put("key", survey.key());
    extras.put("edition", survey.edition());
    extras.put("minutes", survey.minutes());
    extras.put("window", survey.window().name().toLowerCase(Locale.ROOT));
    if (!survey.apart().isEmpty()) extras.put("apart", survey.apart().stream().sorted().toList());
    extras.put("blocks", blocks);
    extras.put("items", items);
    extras.put("withoutEffectThere", lost);
    return extras;
  }

  private Map<String, Object> page(Block block) {
    note(block);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("name", block.key());
    page.put("title", text(block.title()));
    page.put("description", text(block.intro()));
    if (block.when() != null) page.put("visibleIf", expression(block.when()));
    page.put("elements", block.questions().stream().map(one -> element(block, one)).toList());
    return page;
  }

  private void note(Block block) {
    Map<String, Object> extra = new LinkedHashMap<>();
    if (block.movable()) extra.put("order", "random");
    if (block.ask() != null) extra.put("ask", block.ask());
    if (!block.terms().isEmpty())
      extra.put("terms", block.terms().stream().map(this::term).toList());
    if (extra.isEmpty()) return;
    blocks.put(block.key(), extra);
    lost.add("page " + block.key() + ": " + String.join(", ", extra.keySet()));
  }

  private Map<String, Object> term(Block.Term term) {
    return Map.of("word", term.word().in(), "meaning", term.meaning().in());
  }

  private Map<String, Object> element(Block block, Question question) {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("type", type(question));
    element.put("name", question.id());
    element.put("title", text(question.wording()));
    var only = block.only().get(question.id());
    if (only != null) element.put("visibleIf", expression(only));
    fill(element, question);
    question.items().forEach(this::note);
    if (!question.items().contains(question)) note(question);
    return element;
  }

  private static String type(Question question) {
    return switch (ItemView.kind(question)) {
      case "rating", "matrix", "ranking" -> ItemView.kind(question);
      case "yes-no" -> "boolean";
      case "one-of" -> "radiogroup";
      case "several-of" -> "checkbox";
      case "text" -> "comment";
      default -> "text";
    };
  }

  private void fill(Map<String, Object> element, Question question) {
    var options = ItemView.options(question);
    if (!options.isEmpty())
      element.put("choices", options.stream().map(SurveyJsExport::choice).toList());
    var most = ItemView.most(question);
    if (most != null && most < options.size()) {
      if (question instanceof Question.Ranking) element.put("selectToRankEnabled", true);
      element.put("maxSelectedChoices", most);
    }
    if (question instanceof Question.Rating rating) {
      element.put("rateValues", points(rating.scale()));
    } else if (question instanceof Question.Matrix matrix) {
      element.put("columns", points(matrix.scale()));
      element.put(
          "rows", matrix.rows().stream().map(row -> value(row.id(), row.wording())).toList());
    } else if (question instanceof Question.Slider) {
      element.put("inputType", "range");
      element.put("min", 0);
      element.put("max", 100);
    } else if (question instanceof Question.Quantity number) {
      fill(element, number);
    } else if (question instanceof Question.OpenText words) {
      element.put("description", text(words.hint()));
      element.put("maxLength", words.longest());
    }
  }

  private static void fill(Map<String, Object> element, Question.Quantity number) {
    element.put("inputType", "number");
    element.put("description", text(number.unit()));
    element.put("min", number.lowest());
    element.put("max", number.highest());
    if (number.decimals() > 0) element.put("step", BigDecimal.ONE.movePointLeft(number.decimals()));
  }

  private static List<Map<String, Object>> points(plimsoll.survey.Scale scale) {
    return scale.points().stream().map(point -> value(point.value(), point.label())).toList();
  }

  private static Map<String, Object> choice(Option option) {
    return value(option.key(), option.label());
  }

  private static Map<String, Object> value(Object value, Text words) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("value", value);
    both.put("text", text(words));
    return both;
  }

  private void note(Question question) {
    Map<String, Object> extra = new LinkedHashMap<>();
    if (question instanceof Question.Scored scored) {
      if (scored.direction() != Question.Direction.NONE) {
        extra.put(
            "direction", scored.direction().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      if (scored.construct() != null) extra.put("construct", scored.construct());
    }
    if (survey.replaces().containsKey(question.id())) {
      extra.put("replaces", survey.replaces().get(question.id()));
    }
    if (question instanceof Question.Slider slider) {
      extra.put("low", slider.low().in());
      extra.put("high", slider.high().in());
    }
    if (!extra.isEmpty()) lost.add(question.id() + ": " + String.join(", ", extra.keySet()));
    if (question instanceof Question.Matrix matrix) extra.put("scale", matrix.scale().key());
    if (question instanceof Question.Rating rating) extra.put("scale", rating.scale().key());
    if (!extra.isEmpty()) items.put(question.id(), extra);
  }

  private String expression(Condition condition) {
    if (condition instanceof Condition.Among among) return among(among);
    if (condition instanceof Condition.Within within) return within(within);
    if (condition instanceof Condition.All all) return joined(all.parts(), " and ");
    if (condition instanceof Condition.Any any) return joined(any.parts(), " or ");
    return "!(" + expression(((Condition.Not) condition).part()) + ")";
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::expression).collect(Collectors.joining(word, "(", ")"));
  }

  private String among(Condition.Among among) {
    if (among.values().stream().anyMatch(Answer::isNone)) {
      lost.add("the condition on " + among.item() + ": nobody can choose there not to say");
    }
    var values =
        among.values().stream().map(SurveyJsExport::literal).sorted().collect(Collectors.toList());
    boolean several =
        survey
            .question(among.item())
            .filter(one -> one instanceof Question.SeveralOf || one instanceof Question.Ranking)
            .isPresent();
    return values.size() == 1 && !several
        ? name(among.item()) + " = " + values.get(0)
        : name(among.item()) + " anyof [" + String.join(", ", values) + "]";
  }

  private String within(Condition.Within within) {
    String least =
        within.lowest() == null
            ? null
            : name(within.item()) + " >= " + within.lowest().toPlainString();
    String most =
        within.highest() == null
            ? null
            : name(within.item()) + " <= " + within.highest().toPlainString();
    if (least == null || most == null) return Objects.requireNonNullElse(least, most);
    return "(" + least + " and " + most + ")";
  }

  /** Rows are named after their matrix. */
  private String name(String item) {
    for (Block block : survey.blocks()) {
      for (Question question : block.questions()) {
        boolean row =
            question.items().stream().anyMatch(one -> one != question && one.id().equals(item));
        if (row) return "{" + question.id() + "." + item + "}";
      }
    }
    return "{" + item + "}";
  }

  private static String literal(Object value) {
    return value instanceof String words ? "'" + words.replace("'", "\\'") + "'" : value.toString();
  }

  private static Object text(Text text) {
    if (text.in().size() == 1) return text.in(Text.ENGLISH);
    Map<String, Object> all = new LinkedHashMap<>();
    text.in()
        .forEach(
            (language, words) ->
                all.put(language.equals(Text.ENGLISH) ? "default" : language, words));
    return all;
  }
}
