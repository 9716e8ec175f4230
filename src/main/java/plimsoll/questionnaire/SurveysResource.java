package plimsoll.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/** The questionnaires that can be asked. */
@RequestScoped
@Path("api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
public class SurveysResource {
  @Inject Surveys surveys;

  /** One edition in short. */
  public record EditionView(
      String name,
      String key,
      String edition,
      String title,
      int minutes,
      Set<String> languages,
      int items) {
    static EditionView of(Survey survey) {
      return new EditionView(
          survey.name(),
          survey.key(),
          survey.edition(),
          survey.title().in(Text.ENGLISH),
          survey.minutes(),
          survey.languages(),
          survey.questions().size());
    }
  }

  /**
   * All editions, and what to mend in files that are not offered.
   *
   * @param faults each with file, line, field and mend
   */
  public record SurveyList(List<EditionView> items, List<String> faults) {}

  /** One survey wholly, and the names of all its editions; texts by language. */
  public record SurveyView(
      EditionView edition,
      List<String> editions,
      Map<String, String> purpose,
      List<BlockView> blocks) {}

  /** Questions that are asked together. */
  public record BlockView(
      String key,
      Map<String, String> title,
      Map<String, String> intro,
      Condition when,
      List<ItemView> items) {}

  /**
   * One question.
   *
   * @param kind "rating", "yes-no" or "text"
   * @param construct what it speaks to; null where it is read on its own
   * @param points what can be chosen; empty where it is no rating
   */
  public record ItemView(
      String id,
      String kind,
      Map<String, String> wording,
      String construct,
      String direction,
      List<PointView> points) {}

  /** A point of a scale. */
  public record PointView(int value, Map<String, String> label) {}

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The surveys that can be asked")
  public SurveyList all() {
    return new SurveyList(surveys.all().stream().map(EditionView::of).toList(), surveys.faults());
  }

  @GET
  @Path("{key}")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "A survey by its key (newest edition), or by key and edition")
  public SurveyView one(@PathParam("key") String name) {
    var survey = surveys.named(name).orElseThrow(() -> Refusal.notFound("survey"));
    var editions =
        surveys.all().stream()
            .filter(each -> each.key().equals(survey.key()))
            .map(Survey::name)
            .toList();
    var blocks = survey.blocks().stream().map(SurveysResource::view).toList();
    return new SurveyView(EditionView.of(survey), editions, survey.purpose().in(), blocks);
  }

  private static BlockView view(Block block) {
    return new BlockView(
        block.key(),
        block.title().in(),
        block.intro().in(),
        block.when(),
        block.questions().stream().map(SurveysResource::view).toList());
  }

  private static ItemView view(Question question) {
    if (question instanceof Question.Rating rating) {
      return new ItemView(
          rating.id(),
          "rating",
          rating.wording().in(),
          rating.construct(),
          rating.direction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          rating.scale().points().stream()
              .map(point -> new PointView(point.value(), point.label().in()))
              .toList());
    }
    String kind = question instanceof Question.YesNo ? "yes-no" : "text";
    return new ItemView(question.id(), kind, question.wording().in(), null, null, List.of());
  }
}
