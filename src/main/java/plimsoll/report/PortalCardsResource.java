package plimsoll.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Role;
import plimsoll.json.Json;

/** The way back into the developer portal: a card for a team's or a component's page there. */
@RequestScoped
@Path("api/v1/backstage/entities")
@Produces(MediaType.APPLICATION_JSON)
public class PortalCardsResource {
  @Inject PortalCards cards;

  @GET
  @Path("{kind}/{namespace}/{name}")
  @RolesAllowed({Role.READER, Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "A card for the developer portal",
      description =
          "What the latest reading says of a team, or of the team that owns a component, with the"
              + " component's traits. It shows no more than the pages do. A token of scope reader"
              + " may ask for this and nothing else. Version 1 may grow by fields; none of them is"
              + " renamed or taken away.")
  @APIResponse(
      responseCode = "200",
      description = "The card, with an ETag",
      content = @Content(schema = @Schema(implementation = PortalCard.class)))
  @APIResponse(responseCode = "304", description = "It is as it was: the ETag holds")
  @APIResponse(responseCode = "404", description = "There is no such group or component")
  @Looked("a card in the developer portal")
  public Response card(
      @Parameter(description = "group or component", example = "component") @PathParam("kind")
          String kind,
      @Parameter(example = "default") @PathParam("namespace") String namespace,
      @Parameter(example = "checkout") @PathParam("name") String name,
      @Context Request request) {
    var card = cards.of(kind, namespace, name);
    var tag = new EntityTag(digest(Json.write(card)));
    var known = request.evaluatePreconditions(tag);
    var control = new CacheControl();
    control.setPrivate(true);
    control.setNoCache(true);
    return (known == null ? Response.ok(card) : known).tag(tag).cacheControl(control).build();
  }

  private static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
