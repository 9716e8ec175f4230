package plimsoll.response;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.campaign.Invitations;
import plimsoll.language.Language;

/** Answering for other clients than our own page. The link's token is the only credential. */
@RequestScoped
@Path("api/v1/invitations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationsResource {
  @Inject Links links;
  @Inject Drafts drafts;
  @Inject Ballots ballots;
  @Inject Invitations invitations;

  /** What is asked, by whom, until when, who will see what, and what was saved. */
  public record InvitationView(
      String title,
      String purpose,
      int minutes,
      String askedBy,
      String team,
      Instant opensAt,
      Instant closesAt,
      int minimumGroup,
      boolean submitted,
      List<String> whoSeesWhat,
      String limits,
      List<Form.Step> steps,
      Map<String, Object> answers) {}

  @GET
  @PermitAll
  @Operation(summary = "What a personal link asks, and what was saved behind it")
  @APIResponse(responseCode = "403", description = "The survey has not opened yet")
  @APIResponse(responseCode = "410", description = "The survey is closed")
  @APIResponse(
      responseCode = "200",
      description = "What is asked",
      content = @Content(schema = @Schema(implementation = InvitationView.class)))
  public InvitationView form(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String accepted) {
    var link = links.find(token);
    var language = Language.of(null, accepted);
    var form = new Form(link, language);
    var campaign = link.campaign();
    return new InvitationView(
        form.title(),
        form.purpose().words(),
        link.survey().minutes(),
        campaign.askedBy(),
        campaign.nameOf(link.seat().team()),
        campaign.opensAt(),
        campaign.closesAt(),
        campaign.minimumGroup(),
        link.seat().submitted(),
        promise(link, language),
        Promise.limits(language),
        form.steps(),
        drafts.of(token));
  }

  @PUT
  @Path("draft")
  @PermitAll
  @Operation(summary = "Saves unfinished answers, until they are sent")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "so",
                      value = "{\"answers\":{\"D1a\":3,\"D1b\":\"no-basis\"}}")))
  @APIResponse(responseCode = "204", description = "Saved")
  @APIResponse(responseCode = "403", description = "The survey has not opened yet")
  @APIResponse(responseCode = "409", description = "The answers are in already")
  @APIResponse(responseCode = "410", description = "The survey is closed")
  public void save(@PathParam("token") String token, InputStream body) {
    drafts.save(token, AnswersBody.read(body));
  }

  @POST
  @Path("submission")
  @PermitAll
  @Operation(summary = "Sends the answers, once and for good")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "so",
                      value = "{\"answers\":{\"D1a\":3,\"D1b\":\"no-basis\",\"L3\":4}}")))
  @APIResponse(
      responseCode = "201",
      description = "Taken, once and for good",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "so", value = "{\"submitted\":true}")))
  @APIResponse(responseCode = "403", description = "The survey has not opened yet")
  @APIResponse(responseCode = "409", description = "The answers are in already")
  @APIResponse(responseCode = "410", description = "The survey is closed")
  public Response submit(@PathParam("token") String token, InputStream body) {
    ballots.submit(token, AnswersBody.read(body));
    return Response.status(Response.Status.CREATED).entity(Map.of("submitted", true)).build();
  }

  private List<String> promise(Links.Link link, Language language) {
    var campaign = link.campaign();
    int people = invitations.asked(campaign.id(), link.seat().team());
    return Promise.of(campaign, campaign.nameOf(link.seat().team()), people, language);
  }
}
