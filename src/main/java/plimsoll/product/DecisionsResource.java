package plimsoll.product;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Decisions on the initiatives of the latest reading. */
@RequestScoped
@Path("api/v1/roadmap/{initiativeKey}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionsResource {
  @Inject Portfolio portfolio;
  @Context SecurityContext caller;

  @PUT
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Accepts, refuses, changes, reopens or finishes an initiative")
  @APIResponse(
      responseCode = "200",
      description = "The initiative as it stands now",
      content = @Content(schema = @Schema(implementation = RoadmapView.Entry.class)))
  @APIResponse(responseCode = "404", description = "There is no such initiative")
  @APIResponse(
      responseCode = "409",
      description =
          "It cannot be done before it was accepted, and not be changed once it was: its words and"
              + " weeks are kept then")
  @APIResponse(responseCode = "422", description = "A value is wrong, such as a missing reason")
  public RoadmapView.Entry decide(@PathParam("initiativeKey") String key, Intent intent) {
    if (intent == null) {
      throw new Refusal(400, "The body is empty; a JSON object is expected.");
    }
    return portfolio.decide(key, intent, caller.getUserPrincipal().getName());
  }

  @POST
  @Path("conclusions")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Says what is done about an initiative that was checked: stop, change or continue",
      description = "Each is kept for good, with what was found; a later one does not replace it.")
  @APIResponse(
      responseCode = "201",
      description = "The initiative as it stands now",
      content = @Content(schema = @Schema(implementation = RoadmapView.Entry.class)))
  @APIResponse(responseCode = "404", description = "There is no such initiative")
  @APIResponse(
      responseCode = "409",
      description = "Nothing was promised, or the check is still to come")
  @APIResponse(responseCode = "422", description = "A value is wrong, such as a missing name")
  public Response conclude(@PathParam("initiativeKey") String key, Judgement judgement) {
    if (judgement == null) {
      throw new Refusal(400, "The body is empty; a JSON object is expected.");
    }
    var entry = portfolio.conclude(key, judgement, caller.getUserPrincipal().getName());
    var where =
        UriBuilder.fromPath("/api/v1/readings/{id}/roadmap").build(portfolio.reading().id());
    return Response.created(where).entity(entry).build();
  }
}
