package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
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
import plimsoll.delivery.source.Source;

/** How sources are read, for clients. */
@RequestScoped
@Path("api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
  @Inject Sources sources;
  @Inject SourceSecrets secrets;
  @Inject SourceSettings settings;
  @Inject Deliveries deliveries;
  @Context SecurityContext caller;

  @GET
  @Path("{source}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "A source: its address, its steps, and how it is read")
  public SourceHow one(@PathParam("source") String key) {
    var source = sources.find(key);
    return SourceHow.of(source, !secrets.of(key).isEmpty(), settings.of(key).said());
  }

  @PUT
  @Path("{source}/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Say how a source is read",
      description = "What is left out, or blank, has its setting's own value again.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(name = "so", value = "{\"severities\":\"critical, page\"}")))
  @APIResponse(responseCode = "204", description = "Said")
  @APIResponse(responseCode = "422", description = "No such setting, or no text")
  public void say(@PathParam("source") String key, Map<String, String> said) {
    var name = caller.getUserPrincipal().getName();
    settings.set(sources.find(key), said == null ? Map.of() : new HashMap<>(said), name);
  }

  @POST
  @Path("{source}/trials")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Try a source with a delivery such as the tool sends",
      description =
          "It is signed with the secret that was set, proved and read as every delivery is, and not"
              + " stored.")
  @APIResponse(
      responseCode = "200",
      description = "What would become of it",
      content = @Content(schema = @Schema(implementation = Trial.class)))
  public Trial trial(@PathParam("source") String key) {
    return sources.tryOut(key);
  }

  @GET
  @Path("{source}/deliveries/{id}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "What is kept of a delivery, without people",
      description = "404 when nothing of it is kept, or no longer.")
  @APIResponse(responseCode = "200", description = "What was sent, but for the people")
  public String sent(@PathParam("source") String key, @PathParam("id") UUID id) {
    return deliveries.sent(key, id);
  }

  /**
   * How a source is connected and read.
   *
   * @param path to which it delivers
   * @param paste what is to be pasted into the tool, with ADDRESS for its address; null for nothing
   */
  public record SourceHow(
      String source,
      String title,
      String path,
      List<String> steps,
      String paste,
      boolean secretSet,
      List<Said> settings) {
    static SourceHow of(Source source, boolean secretSet, Map<String, String> said) {
      return new SourceHow(
          source.key(),
          source.title(),
          "/api/v1/deliveries/" + source.key(),
          source.steps(),
          source.paste(),
          secretSet,
          source.settings().stream()
              .map(
                  one ->
                      new Said(
                          one.key(), one.label(), one.help(), one.standard(), said.get(one.key())))
              .toList());
    }
  }

  /**
   * @param standard what holds where nothing was said
   * @param said null where nothing was
   */
  public record Said(String key, String label, String help, String standard, String said) {}
}
