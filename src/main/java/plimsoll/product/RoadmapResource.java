package plimsoll.product;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.reading.Readings;

/** The ranked initiatives of a reading. */
@RequestScoped
@Path("api/v1/readings/{id}/roadmap")
@Produces(MediaType.APPLICATION_JSON)
public class RoadmapResource {
  @Inject Readings readings;
  @Inject Portfolio portfolio;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "Ranked initiatives of a reading, with what was decided about them")
  @APIResponse(
      responseCode = "200",
      description = "The roadmap",
      content = @Content(schema = @Schema(implementation = RoadmapView.class)))
  @APIResponse(responseCode = "404", description = "There is no such reading")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @Looked("the roadmap by API")
  public RoadmapView roadmap(@PathParam("id") UUID id) {
    return readings.find(id).map(portfolio::of).orElseThrow(() -> Refusal.notFound("reading"));
  }
}
