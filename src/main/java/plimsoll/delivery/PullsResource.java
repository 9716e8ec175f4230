package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Role;
import plimsoll.catalog.Problem;

/** Pasts that the service fetches itself, from forges and from git repositories. */
@RequestScoped
@Path("api/v1/pulls")
@Produces(MediaType.APPLICATION_JSON)
public class PullsResource {
  @Inject Pulls pulls;
  @Inject Backfills backfills;
  @Context SecurityContext caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Fetch the past of repositories",
      description =
          "From GitHub or GitLab by their interfaces, or from the tags of a git repository in the"
              + " folder that whoever runs the service configured. Each repository becomes one"
              + " backfill. The token is kept closed, is never given out, and goes when the past is"
              + " read. Fetching twice counts nothing twice.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Pulls.Asked.class),
              examples =
                  @ExampleObject(
                      name = "from GitHub",
                      value =
                          "{\"kind\":\"github\",\"repositories\":[\"acme/pay\"],"
                              + "\"from\":\"2026-01-01T00:00:00Z\",\"token\":\"github_pat_…\"}")))
  @APIResponse(
      responseCode = "202",
      description = "Begun",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PullView.class)))
  @APIResponse(responseCode = "422", description = "Something is missing or wrong")
  public Response begin(Pulls.Asked asked) {
    var begun = pulls.begin(asked, who()).stream().map(PullView::of).toList();
    return Response.status(Response.Status.ACCEPTED).entity(begun).build();
  }

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "The latest pasts that were fetched, newest first, and how far they came")
  public List<PullView> all() {
    return pulls.all().stream().map(PullView::of).toList();
  }

  @POST
  @Path("{id}/resumption")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Go on with what failed, where it broke off")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewToken.class),
              examples =
                  @ExampleObject(name = "with another token", value = "{\"token\":\"glpat-…\"}")))
  @APIResponse(
      responseCode = "200",
      description = "It goes on",
      content = @Content(schema = @Schema(implementation = PullView.class)))
  @APIResponse(responseCode = "404", description = "There is none")
  @APIResponse(responseCode = "409", description = "It did not fail")
  public PullView goOn(@PathParam("id") UUID id, NewToken with) {
    return PullView.of(pulls.goOn(id, with.token(), who()));
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Stop fetching", description = "What was read until then stays.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "so", value = "{}")))
  @APIResponse(responseCode = "204", description = "Stopped")
  @APIResponse(responseCode = "404", description = "There is none")
  @APIResponse(responseCode = "409", description = "It is over already")
  public void cancel(@PathParam("id") UUID id) {
    backfills.cancel(id, who());
  }

  /**
   * @param token null or blank for the one that was given before
   */
  public record NewToken(String token) {}

  /**
   * How far it came.
   *
   * @param repository as the forge calls it
   * @param done how many things were read
   * @param total how many there are as far as the forge tells
   * @param accepted events that were not known before
   * @param duplicates events that were
   * @param words what is being read, or why it stopped and what to do
   * @param problems the first hundred
   */
  public record PullView(
      UUID id,
      String kind,
      String repository,
      Backfill.State state,
      long done,
      long total,
      long accepted,
      long duplicates,
      String words,
      List<Problem> problems,
      String askedBy,
      Instant askedAt,
      Instant changedAt) {
    static PullView of(Backfill one) {
      return new PullView(
          one.id(),
          one.kind(),
          one.what(),
          one.state(),
          one.done(),
          one.total(),
          one.accepted(),
          one.duplicates(),
          one.failure(),
          one.named(),
          one.askedBy(),
          one.askedAt(),
          one.changedAt());
    }
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
