package plimsoll.report;

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
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** What two editions of the method make of one cut, for clients. */
@RequestScoped
@Path("api/v1/readings/{id}/beside/{other}")
@Produces(MediaType.APPLICATION_JSON)
public class BesideResource {
  @Inject Readings readings;
  @Inject Reports reports;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "Two readings of one cut side by side, and what the newer edition changed")
  @APIResponse(
      responseCode = "200",
      description = "Both, the older edition first",
      content = @Content(schema = @Schema(implementation = Beside.class)))
  @APIResponse(responseCode = "404", description = "No such reading")
  @APIResponse(
      responseCode = "409",
      description = "One of them is not done yet, or they are not of the same cut")
  @Looked("two editions side by side by API")
  public Beside beside(@PathParam("id") String id, @PathParam("other") String other) {
    return reports.beside(find(id), find(other));
  }

  private Reading find(String id) {
    try {
      return readings.find(UUID.fromString(id)).orElseThrow(() -> Refusal.notFound("reading"));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("reading");
    }
  }
}
