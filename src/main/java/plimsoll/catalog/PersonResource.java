package plimsoll.catalog;

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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Role;

/** A person's rights: to get what is held, and to have it erased. */
@RequestScoped
@Path("api/v1/people/{id: [0-9a-f-]{36}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonResource {
  @Inject PeopleRights rights;
  @Context SecurityContext caller;

  /** What stays after an erasure, and why. */
  public record Erased(List<String> stays) {}

  /**
   * @param key the person's key in the catalog
   */
  public record Return(String key) {}

  @GET
  @Path("data")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "All that is held of a person",
      description =
          "Also of one who left. `notGiven` says what can't be given and why: what was answered"
              + " can't be linked to anybody (GDPR, Article 11). It is recorded in the audit log.")
  @APIResponse(
      responseCode = "200",
      description = "The data",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Map<String, Object> data(@PathParam("id") UUID id) {
    return rights.data(id, me());
  }

  @DELETE
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Erases a person",
      description =
          "Name, key and address are removed, open invitations are withdrawn with their drafts, the"
              + " account is removed, and later imports leave the person out. It is recorded in the"
              + " audit log, without the name.")
  @APIResponse(
      responseCode = "200",
      description = "Erased; what stays and why",
      content = @Content(schema = @Schema(implementation = Erased.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is the caller's own account, or clients still use its tokens")
  public Erased erase(@PathParam("id") UUID id) {
    rights.erase(id, me());
    return new Erased(PeopleRights.STAYS);
  }

  @POST
  @Path("readmission")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Lets an erased person be imported again, as the same one")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Return.class),
              examples = @ExampleObject(name = "so", value = "{\"key\":\"ada\"}")))
  @APIResponse(responseCode = "204", description = "The next import may name the person again")
  public void readmit(@PathParam("id") UUID id, Return wanted) {
    rights.readmit(id, wanted.key(), me());
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
