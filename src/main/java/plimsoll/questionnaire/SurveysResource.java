package plimsoll.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Survey;

/** The questionnaires that can be asked, and those that are being written. */
@RequestScoped
@Path("api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
public class SurveysResource {
  static final String YAML = "application/yaml";

  @Inject Surveys surveys;
  @Inject Manuscripts manuscripts;
  @Inject Shelf shelf;
  @Inject Audit audit;
  @Context SecurityContext caller;

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

  /**
   * Questions that are asked together.
   *
   * @param order "fixed", or "random" where it changes places with such blocks beside it
   * @param ask how many constructs and single items each person is asked of it; null for all
   */
  public record BlockView(
      String key,
      Map<String, String> title,
      Map<String, String> intro,
      Condition when,
      String order,
      Integer ask,
      List<ItemView> items) {}

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The surveys that can be asked, and those being written")
  public SurveyList all() {
    return new SurveyList(shelf.all(), surveys.faults());
  }

  @GET
  @Path("schema")
  @Produces("application/schema+json")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The JSON Schema of a survey, for editors to complete and check with")
  public String schema() {
    return surveys.schema();
  }

  @GET
  @Path("{key}")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "A survey by its key (newest edition), or by key and edition")
  public SurveyView one(@PathParam("key") String name) {
    var survey = surveys.named(name).orElseThrow(() -> Refusal.notFound("survey"));
    var editions = surveys.editionsOf(survey.key()).stream().map(Survey::name).toList();
    var blocks = survey.blocks().stream().map(block -> view(survey, block)).toList();
    return new SurveyView(shelf.view(survey), editions, survey.purpose().in(), blocks);
  }

  @GET
  @Path("{name}.yaml")
  @Produces(YAML)
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The text of an edition; of a draft with its ETag")
  @APIResponse(
      responseCode = "200",
      description = "The YAML",
      content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
  public Response text(@PathParam("name") String name) {
    var draft = manuscripts.find(name);
    if (draft.isPresent()) return answer(Response.ok(draft.get().text()), draft.get());
    var edition = surveys.find(name).orElseThrow(() -> Refusal.notFound("survey"));
    return Response.ok(edition.text()).build();
  }

  @PUT
  @Path("{key}/{edition}")
  @Consumes({YAML, "text/yaml", "application/x-yaml"})
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Write a draft; If-Match names the ETag of the one that is changed",
      description = "422 names each fault with its line, its field and its mend.")
  @RequestBody(
      content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "200",
      description = "The draft as it is now",
      content = @Content(schema = @Schema(implementation = EditionView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Begun; `Location` tells where",
      content = @Content(schema = @Schema(implementation = EditionView.class)))
  @APIResponse(responseCode = "409", description = "It is published, or exists already")
  @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
  @APIResponse(responseCode = "422", description = "Each fault with line, field and mend")
  public Response write(
      @PathParam("key") String key,
      @PathParam("edition") String edition,
      @HeaderParam(HttpHeaders.IF_MATCH) String seen,
      InputStream body)
      throws IOException {
    var name = key + "-" + edition;
    var text = Incoming.text(body);
    var known = manuscripts.find(name);
    if (known.isPresent() && known.get().published()) throw Manuscripts.published(name);
    check(name, text);
    if (known.isEmpty()) {
      if (seen != null) throw Refusal.notFound("draft");
      var draft = manuscripts.begin(key, edition, text, me());
      audit.record(me(), "began a survey", name);
      var place = URI.create("/api/v1/surveys/" + name + ".yaml");
      return answer(Response.created(place).entity(shelf.view(draft)), draft);
    }
    var draft = manuscripts.write(name, text, revision(seen, name), me());
    return answer(Response.ok(shelf.view(draft)), draft);
  }

  @POST
  @Path("{key}/{edition}/publication")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Publish a draft: it can be asked from then on, and never changes")
  @APIResponse(
      responseCode = "200",
      description = "The edition as it is now",
      content = @Content(schema = @Schema(implementation = EditionView.class)))
  @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
  @APIResponse(responseCode = "422", description = "Each fault with line, field and mend")
  public Response publish(
      @PathParam("key") String key,
      @PathParam("edition") String edition,
      @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
    var name = key + "-" + edition;
    var revision = seen == null ? manuscripts.get(name).revision() : revision(seen, name);
    var published = manuscripts.publish(name, revision, me());
    audit.record(me(), "published a survey", name);
    return answer(Response.ok(shelf.view(published)), published);
  }

  @DELETE
  @Path("{key}/{edition}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Delete a draft")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "It is published")
  @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
  public Response delete(
      @PathParam("key") String key,
      @PathParam("edition") String edition,
      @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
    var name = key + "-" + edition;
    if (surveys.file(name)) throw Manuscripts.published(name);
    var revision = seen == null ? manuscripts.get(name).revision() : revision(seen, name);
    manuscripts.delete(name, revision);
    audit.record(me(), "deleted a draft of a survey", name);
    return Response.noContent().build();
  }

  /**
   * What became of a questionnaire from elsewhere.
   *
   * @param problems what was not carried over, and where
   */
  public record Imported(EditionView edition, List<SurveyJsImport.Problem> problems) {}

  @POST
  @Path("imports/surveyjs")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Begin a draft with a questionnaire of SurveyJS",
      description = "What can't be carried over is named, each with its element and why.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class)))
  @APIResponse(
      responseCode = "201",
      description = "Begun; `Location` tells where",
      content = @Content(schema = @Schema(implementation = Imported.class)))
  public Response take(
      @QueryParam("key") String key, @QueryParam("edition") String edition, InputStream body)
      throws IOException {
    var taken = shelf.take(Incoming.text(body), key, edition, me());
    audit.record(me(), "brought over a survey", taken.draft().name());
    var place = URI.create("/api/v1/surveys/" + taken.draft().name() + ".yaml");
    var imported = new Imported(shelf.view(taken.draft()), taken.problems());
    return answer(Response.created(place).entity(imported), taken.draft());
  }

  @GET
  @Path("{name}/surveyjs")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "A survey in the JSON of SurveyJS; what has no effect there is named in it")
  public Map<String, Object> surveyjs(@PathParam("name") String name) {
    return shelf.surveyjs(name);
  }

  private static void check(String name, String text) {
    var faults = Review.of(name, text, List.of()).faults();
    if (!faults.isEmpty()) throw Review.refusal(faults);
  }

  private static BlockView view(Survey survey, Block block) {
    return new BlockView(
        block.key(),
        block.title().in(),
        block.intro().in(),
        block.when(),
        block.movable() ? "random" : "fixed",
        block.ask(),
        block.questions().stream().map(question -> ItemView.of(survey, block, question)).toList());
  }

  private static int revision(String seen, String name) {
    if (seen == null) {
      throw new Refusal(
          409,
          "There is a draft of "
              + name
              + " already. Send If-Match with the ETag of the one you changed.");
    }
    var digits = seen.replaceAll("[\"W/ ]", "");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private static Response answer(Response.ResponseBuilder answer, Written draft) {
    return answer.header(HttpHeaders.ETAG, "\"" + draft.revision() + "\"").build();
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
