package plimsoll.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Audit;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Comments for clients: their words only where somebody who may asks for them in so many words. */
@RequestScoped
@Path("api/v1/campaigns/{id: [0-9a-f-]{36}}/comments")
@Produces(MediaType.APPLICATION_JSON)
public class CommentsResource {
  @Inject Remarks remarks;
  @Inject Audit audit;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("comments by API")
  @Operation(
      summary = "Which questions drew comments, and what reviewers let through of them",
      description =
          "Without `words=true` no comment is given, only whether there are enough to be read. With"
              + " it the role product is needed, and each export is recorded.")
  @APIResponse(
      responseCode = "200",
      description = "By question",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Remarks.Topic.class)))
  @APIResponse(responseCode = "403", description = "Words were asked for without the role product")
  public List<Remarks.Topic> all(
      @PathParam("id") UUID id,
      @Parameter(description = "\"true\" for the words themselves") @QueryParam("words")
          String words) {
    if (!"true".equals(words)) return remarks.topics(id).stream().map(Remarks.Topic::bare).toList();
    if (!caller.isUserInRole(Role.PRODUCT)) {
      throw new Refusal(403, "Comments are exported by the role product alone.");
    }
    var topics = remarks.topics(id);
    audit.record(
        caller.getUserPrincipal().getName(), "exported comments", "/campaigns/" + id + "/comments");
    return topics;
  }
}
