package plimsoll.reading;

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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.readiness.Readiness;

/** Readings for clients: ask for one, see how far it is, get what it found. */
@RequestScoped
@Path("api/v1/readings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadingsResource {
  private static final int MOST = 100;

  @Inject Readings readings;
  @Inject ReadingRequests requests;
  @Inject Retakes retakes;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The readings that are done, the latest first, at most 100")
  public List<ReadingView> all() {
    return readings.done(MOST).stream().map(ReadingView::of).toList();
  }

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Asks for a reading, which is taken in the background",
      description =
          "Follow `Location` until `state` is done, failed or stopped. Without a campaign it counts events alone.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReadingRequests.Wish.class),
              examples =
                  @ExampleObject(
                      name = "a quarter with its campaign",
                      value =
                          "{\"campaign\":\"0b1f6a50-8a0e-4f0e-9b46-0d5b6f1c2a77\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-03-31T00:00:00Z\"}")))
  @APIResponse(
      responseCode = "202",
      description = "Waiting for its turn; `Location` tells where",
      content = @Content(schema = @Schema(implementation = ReadingView.class)))
  public Response request(ReadingRequests.Wish wish) {
    var reading = requests.request(wish, caller.getUserPrincipal().getName());
    return Response.accepted(ReadingView.of(reading))
        .location(URI.create("/api/v1/readings/" + reading.id()))
        .build();
  }

  @GET
  @Path("latest")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The latest reading")
  @APIResponse(responseCode = "404", description = "No reading has been taken yet")
  @APIResponse(
      responseCode = "200",
      description = "The reading to show first",
      content = @Content(schema = @Schema(implementation = ReadingView.class)))
  public ReadingView latest() {
    return readings
        .latest()
        .map(ReadingView::of)
        .orElseThrow(() -> new Refusal(404, "No reading has been taken yet."));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "How far a reading is")
  public ReadingView one(@PathParam("id") String id) {
    return ReadingView.of(find(id));
  }

  @POST
  @Path("{id}/retry")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Tries a reading again that failed or was stopped")
  public ReadingView tryAgain(@PathParam("id") String id) {
    readings.tryAgain(find(id).id());
    return ReadingView.of(find(id));
  }

  @POST
  @Path("{id}/stop")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Stops a reading that is not done yet")
  public ReadingView stop(@PathParam("id") String id) {
    readings.stop(find(id).id());
    return ReadingView.of(find(id));
  }

  @POST
  @Path("{id}/retakes")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Takes the same cut again with a newer edition of the method",
      description =
          "Same answers, events, seed and earlier readings; the first reading stays as it is. "
              + "Without an edition the current one is taken. The same wish twice is one reading.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Again.class),
              examples =
                  @ExampleObject(name = "with one edition", value = "{\"edition\":\"2026.2\"}")))
  @APIResponse(
      responseCode = "202",
      description = "Waiting for its turn; `Location` tells where",
      content = @Content(schema = @Schema(implementation = ReadingView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Not done yet, taken with that edition or a newer one already, or its answers are kept"
              + " no more")
  @APIResponse(responseCode = "422", description = "There is no such edition")
  public Response takeAgain(@PathParam("id") String id, Again again) {
    var edition = again == null ? null : again.edition();
    var reading = retakes.request(find(id), edition, caller.getUserPrincipal().getName());
    return Response.accepted(ReadingView.of(reading))
        .location(URI.create("/api/v1/readings/" + reading.id()))
        .build();
  }

  @GET
  @Path("{id}/retakes")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "All readings of the same cut, the first one first")
  public List<ReadingView> ofSameCut(@PathParam("id") String id) {
    return readings.ofSameCut(find(id)).stream().map(ReadingView::of).toList();
  }

  @GET
  @Path("{id}/readiness")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "Scores with intervals, evidence, verdict, and what would change it")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = Readiness.class)))
  @Looked("the readiness by API")
  public Readiness readiness(@PathParam("id") String id) {
    return findings(id).readiness();
  }

  @GET
  @Path("{id}/teams/{team}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "The same for one team")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @APIResponse(
      responseCode = "200",
      description = "What was found of the team",
      content = @Content(schema = @Schema(implementation = Readiness.TeamResult.class)))
  @Looked("a team's results by API")
  public Readiness.TeamResult team(@PathParam("id") String id, @PathParam("team") String team) {
    return findings(id).readiness().teams().stream()
        .filter(result -> result.team().equals(team))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("team in this reading"));
  }

  @GET
  @Path("{id}/groups/{group}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "The same for one group of teams, without a verdict",
      description =
          "Groups are those of the catalog above the teams, such as departments, as of the reading's end.")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @APIResponse(
      responseCode = "200",
      description = "What was found of the group",
      content = @Content(schema = @Schema(implementation = Readiness.GroupResult.class)))
  @Looked("a group's results by API")
  public Readiness.GroupResult group(@PathParam("id") String id, @PathParam("group") String group) {
    return findings(id).readiness().groups().stream()
        .filter(result -> result.group().equals(group))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("group in this reading"));
  }

  @GET
  @Path("{id}/delivery")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "Delivery figures of the organisation and its teams")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = DeliveryFigures.class)))
  @Looked("delivery figures by API")
  public DeliveryFigures delivery(@PathParam("id") String id) {
    return findings(id).delivery();
  }

  private Findings findings(String id) {
    return readings.findings(find(id));
  }

  private Reading find(String id) {
    return readings.named(id).orElseThrow(() -> Refusal.notFound("reading"));
  }

  /**
   * @param edition of the method, such as "2026.2"; null for the current one
   */
  public record Again(String edition) {}

  /**
   * @param edition of the method
   * @param retakeOf the first reading of the same cut; null for one that is the first
   * @param progress 0 to 100
   * @param takenAt null until it is done
   * @param failure null unless it failed
   */
  public record ReadingView(
      UUID id,
      UUID campaign,
      Instant from,
      Instant to,
      String edition,
      UUID retakeOf,
      String state,
      int progress,
      String doing,
      Instant takenAt,
      String digest,
      String failure) {
    static ReadingView of(Reading reading) {
      return new ReadingView(
          reading.id(),
          reading.campaign(),
          reading.from(),
          reading.to(),
          reading.edition().name(),
          reading.retakeOf(),
          reading.state().name().toLowerCase(java.util.Locale.ROOT),
          reading.progress(),
          reading.doing(),
          reading.takenAt(),
          reading.digest(),
          reading.failure());
    }
  }
}
