package plimsoll.workload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Role;

/** To which services people said that objects of clusters belong. */
@RequestScoped
@Path("api/v1/workload-assignments")
@Produces(MediaType.APPLICATION_JSON)
public class AssignmentsResource {
  @Inject Assignments assignments;
  @Context SecurityContext caller;

  /**
   * @param namespace null for any
   * @param name of the object; null for any
   * @param label as "key=value"; null for any
   */
  public record Wanted(String namespace, String name, String label, String service) {}

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "What people said of the objects of clusters")
  public List<Assignments.View> all() {
    return assignments.views();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Say to which service objects of clusters belong",
      description = "By namespace, name or label. It holds over labels, and for what is kept too.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Wanted.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value = "{\"namespace\":\"shop\",\"service\":\"checkout\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Said",
      content = @Content(schema = @Schema(implementation = Assignments.View.class)))
  public Response say(Wanted wanted) {
    var said =
        assignments.say(
            wanted.namespace(),
            wanted.name(),
            wanted.label(),
            wanted.service(),
            caller.getUserPrincipal().getName());
    return Response.status(Response.Status.CREATED).entity(said).build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Take back to which service objects of clusters belong")
  @APIResponse(responseCode = "204", description = "Taken back")
  public void end(@PathParam("id") UUID id) {
    assignments.end(id, caller.getUserPrincipal().getName());
  }
}
