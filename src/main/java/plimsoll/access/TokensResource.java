package plimsoll.access;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The tokens of clients. */
@RequestScoped
@Path("api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
  @Inject Clients clients;
  @Inject AccessTokens tokens;
  @Inject Audit audit;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "The tokens of clients, without their secrets")
  public List<TokenView> all() {
    return tokens.ofClients().stream().map(TokenView::of).toList();
  }

  @POST
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Makes a token for a client",
      description = "The answer holds the secret, this once.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Clients.NewToken.class),
              examples =
                  @ExampleObject(
                      name = "to send events",
                      value =
                          "{\"label\":\"the build server\",\"scopes\":[\"sender\"],\"days\":365}")))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = Clients.MadeToken.class)))
  public Response add(Clients.NewToken wanted) {
    return Response.status(201).entity(clients.add(me(), wanted)).build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Ends a token")
  @APIResponse(responseCode = "204", description = "Ended")
  public void end(@PathParam("id") UUID id) {
    tokens.end(id);
    audit.record(me(), "ended a token", id.toString());
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }

  /** A token without its secret. */
  public record TokenView(
      UUID id, String label, String owner, List<String> scopes, Instant expiresAt) {
    static TokenView of(AccessToken token) {
      return new TokenView(
          token.id(), token.label(), token.account().name(), token.roles(), token.expiresAt());
    }
  }
}
