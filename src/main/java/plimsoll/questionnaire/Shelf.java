package plimsoll.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plimsoll.access.Refusal;
import plimsoll.json.Json;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/** All editions in short, whether they can be asked or are being written. */
@ApplicationScoped
public class Shelf {
  @Inject Surveys surveys;
  @Inject Manuscripts manuscripts;

  /** By key, the newest edition first. */
  public List<EditionView> all() {
    var asked = surveys.asked();
    var all = new ArrayList<EditionView>();
    surveys.all().forEach(survey -> all.add(view(survey, state(survey), asked, 0)));
    manuscripts.all().stream()
        .filter(written -> !written.published())
        .forEach(draft -> all.add(view(draft)));
    all.sort(
        Comparator.comparing(EditionView::key)
            .thenComparing(
                Comparator.comparing(EditionView::edition, Surveys::compareEditions).reversed()));
    return all;
  }

  EditionView view(Survey survey) {
    return view(survey, state(survey), surveys.asked(), 0);
  }

  EditionView view(Written written) {
    var review = review(written);
    if (review.survey() == null) {
      return new EditionView(
          written.name(),
          written.key(),
          written.edition(),
          null,
          null,
          Set.of(),
          null,
          "draft",
          false,
          review.faults().size());
    }
    var state = written.published() ? "published" : "draft";
    return view(review.survey(), state, surveys.asked(), review.faults().size());
  }

  /** What is to be said of a draft before it is published. */
  public Review review(Written draft) {
    return draft.published()
        ? Review.of(draft, List.of())
        : Review.of(draft, surveys.editionsOf(draft.key()));
  }

  /**
   * A draft that was begun with something from elsewhere.
   *
   * @param problems what was not carried over
   */
  public record Taken(Written draft, List<SurveyJsImport.Problem> problems) {}

  /**
   * Begins a draft with the JSON of SurveyJS.
   *
   * @param key null for one made of its title
   * @param edition null for the first that is free
   */
  public Taken take(String text, String key, String edition, String by) {
    var root = json(text);
    var ours = given(key) ? key : keyOf(root);
    var free = given(edition) ? edition : nextEdition(ours);
    var outcome = SurveyJsImport.of(root, ours, free);
    return new Taken(manuscripts.begin(ours, free, outcome.text(), by), outcome.problems());
  }

  /**
   * Begins the next edition with the words of another.
   *
   * @throws Refusal 404 when there is no such
   */
  public Written copy(String name, String by) {
    var key = keyOf(name);
    var edition = nextEdition(key);
    return manuscripts.begin(key, edition, withEdition(text(name), edition), by);
  }

  private String keyOf(String name) {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .map(EditionView::key)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("questionnaire"));
  }

  /** In place, so that the comments stay; where that can't be done, it is told as a fault. */
  private static String withEdition(String text, String edition) {
    return text.replaceFirst("(?m)^edition:.*$", "edition: \"" + edition + "\"");
  }

  /** The survey, or the draft that can be read, in the JSON of SurveyJS. */
  public Map<String, Object> surveyjs(String name) {
    var survey =
        surveys
            .find(name)
            .map(Surveys.Edition::survey)
            .orElseGet(() -> review(manuscripts.get(name)).survey());
    if (survey == null) {
      throw new Refusal(409, "The draft " + name + " has faults. Mend them, then export it.");
    }
    return SurveyJsExport.of(survey);
  }

  /** The first edition of a key that is free, after the newest: 2026.2 after 2026.1. */
  public String nextEdition(String key) {
    return all().stream()
        .filter(one -> one.key().equals(key))
        .map(EditionView::edition)
        .max(Surveys::compareEditions)
        .map(Shelf::after)
        .orElse("1");
  }

  private static String after(String edition) {
    int dot = edition.lastIndexOf('.') + 1;
    return edition.substring(0, dot) + (Long.parseLong(edition.substring(dot)) + 1);
  }

  private static JsonNode json(String text) {
    try {
      var root = Json.MAPPER.readTree(text);
      if (root != null && root.isObject()) return root;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new Refusal(
          400, "This is not JSON" + (at == null ? "" : ": line " + at.getLineNr()) + ".");
    }
    throw new Refusal(422, "This is not a questionnaire of SurveyJS, which is a JSON object.");
  }

  private static String keyOf(JsonNode root) {
    var title = root.path("title");
    var words = title.isObject() ? title.path("default").asText("") : title.asText("");
    var wanted = root.path("plimsoll").path("key").asText(words.toLowerCase(Locale.ROOT));
    return new SurveyJsNames().take(wanted, "imported");
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  /** What is to be said of a text that is to stand under a name. */
  public Review review(String name, String text) {
    var key = manuscripts.find(name).map(Written::key).orElse(null);
    return Review.of(name, text, key == null ? List.of() : surveys.editionsOf(key));
  }

  /**
   * The words of an edition, published or not.
   *
   * @throws Refusal 404 when there is none
   */
  public String text(String name) {
    return manuscripts
        .find(name)
        .map(Written::text)
        .or(() -> surveys.find(name).map(Surveys.Edition::text))
        .orElseThrow(() -> Refusal.notFound("questionnaire"));
  }

  private String state(Survey survey) {
    return surveys.file(survey.name()) ? "file" : "published";
  }

  private static EditionView view(Survey survey, String state, Set<String> asked, int faults) {
    return new EditionView(
        survey.name(),
        survey.key(),
        survey.edition(),
        survey.title().in(Text.ENGLISH),
        survey.minutes(),
        survey.languages(),
        survey.questions().size(),
        state,
        asked.contains(survey.name()),
        faults);
  }
}
