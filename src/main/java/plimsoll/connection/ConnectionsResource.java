package plimsoll.connection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Live systems that are looked at again and again. */
@RequestScoped
@Path("api/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {
  @Inject Connections connections;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "The connected systems, and how each of them is")
  public List<ConnectionView> all() {
    return connections.all().stream().map(ConnectionView::of).toList();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "One connected system")
  @APIResponse(
      responseCode = "200",
      description = "How it is",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "There is none")
  public ConnectionView one(@PathParam("id") UUID id) {
    return ConnectionView.of(connections.find(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Connect a cluster, Argo CD or Backstage",
      description =
          "It is read in the background, at once and then again and again. The credential is kept"
              + " closed, is never given out again, and goes with the connection. Certificates are"
              + " always looked at; give the authority of your own ones in `ca`.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Wanted.class),
              examples =
                  @ExampleObject(
                      name = "a cluster",
                      value =
                          "{\"kind\":\"kubernetes\",\"name\":\"production\",\"address\":"
                              + "\"https://cluster.example.org:6443\",\"token\":\"eyJhbGciOi…\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Connected, and soon read",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "409", description = "There is one of this kind and name")
  @APIResponse(responseCode = "422", description = "Something is missing or wrong")
  public Response add(Wanted wanted) {
    if (wanted == null) throw new Refusal(400, "Say what to connect, as JSON.");
    var made = ConnectionView.of(connections.add(wanted, who()));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  @POST
  @Path("{id}/refresh")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Have it read wholly again, soon",
      description = "Also the way to go on with one that was stopped.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "so", value = "{}")))
  @APIResponse(
      responseCode = "200",
      description = "How it is",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "There is none")
  public ConnectionView refresh(@PathParam("id") UUID id) {
    return ConnectionView.of(connections.refresh(id, who()));
  }

  @POST
  @Path("{id}/stop")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Leave it alone until somebody asks for a refresh")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "so", value = "{}")))
  @APIResponse(
      responseCode = "200",
      description = "How it is",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "There is none")
  public ConnectionView stop(@PathParam("id") UUID id) {
    return ConnectionView.of(connections.stop(id, who()));
  }

  @PUT
  @Path("{id}/credential")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Give another credential", description = "The old one is destroyed.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Wanted.Secret.class),
              examples = @ExampleObject(name = "a token", value = "{\"token\":\"eyJhbGciOi…\"}")))
  @APIResponse(
      responseCode = "200",
      description = "How it is",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "There is none")
  @APIResponse(responseCode = "422", description = "It is none that can be used")
  public ConnectionView replaceCredential(@PathParam("id") UUID id, Wanted.Secret secret) {
    if (secret == null) throw new Refusal(400, "Give a credential, as JSON.");
    return ConnectionView.of(connections.replaceCredential(id, secret, who()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Remove it with its credential",
      description =
          "What a cluster or Argo CD held counts no longer from now on; what Backstage stated stays"
              + " in the catalog.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "There is none")
  public void remove(@PathParam("id") UUID id) {
    connections.remove(id, who());
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
