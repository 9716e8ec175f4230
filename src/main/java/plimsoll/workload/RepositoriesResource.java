package plimsoll.workload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Role;

/** The repositories on this machine whose files are read. */
@RequestScoped
@Path("api/v1/workload-repositories")
@Produces(MediaType.APPLICATION_JSON)
public class RepositoriesResource {
  @Inject LocalRepositories repositories;
  @Context SecurityContext caller;

  /**
   * @param repository its path in the folder of repositories
   * @param branch null for the one that it is on
   * @param service null where the catalog says which folders are which services
   */
  public record Asked(String repository, String branch, String service) {}

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "The repositories on this machine whose files are read")
  public List<LocalRepositories.View> all() {
    return repositories.all();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Have the files of a repository on this machine read",
      description = "Within a minute, and again whenever its branch moved. Nothing is checked out.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Asked.class),
              examples = @ExampleObject(name = "so", value = "{\"repository\":\"shop\"}")))
  @APIResponse(
      responseCode = "202",
      description = "It is read soon",
      content = @Content(schema = @Schema(implementation = LocalRepositories.View.class)))
  public Response begin(Asked asked) {
    var by = caller.getUserPrincipal().getName();
    var begun = repositories.begin(asked.repository(), asked.branch(), asked.service(), by);
    return Response.status(Response.Status.ACCEPTED).entity(begun).build();
  }

  @DELETE
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Read a repository no more, and forget its files")
  @APIResponse(responseCode = "204", description = "Ended")
  public void end(@QueryParam("repository") String repository) {
    repositories.end(repository == null ? "" : repository, caller.getUserPrincipal().getName());
  }
}
