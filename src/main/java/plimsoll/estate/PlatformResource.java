package plimsoll.estate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.workload.Observed;

/**
 * What machines record of the platform's use; and what a cluster holds, from whoever may look into
 * it where Plimsoll itself may not.
 */
@RequestScoped
@Path("api/v1/platform")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformResource {
  private static final String EXAMPLE =
      "{\"apiVersion\":\"acme.example/v1\",\"kind\":\"Database\",\"metadata\":{\"name\":\"orders\","
          + "\"namespace\":\"payments\",\"creationTimestamp\":\"2026-03-23T09:00:00Z\"},"
          + "\"spec\":{\"crossplane\":{\"compositionRef\":{\"name\":\"small\"}}},\"status\":"
          + "{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",\"lastTransitionTime\":"
          + "\"2026-03-23T09:04:00Z\"}]}}";

  @Inject TrackedObjects objects;
  @Inject Platforms platforms;
  @Inject Event<Observed> observed;
  @Inject Clock clock;

  /**
   * What became of objects that were sent.
   *
   * @param accepted how many tell something of the platform
   * @param ignored how many are objects of other kinds, or of kinds whose definition never came
   * @param problems what could not be read, in words, at most 100
   */
  public record Taken(int accepted, int ignored, List<String> problems) {}

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "What machines record of the platform's use",
      description =
          "Over this quarter and the three before it: how much teams get for themselves, how long it"
              + " takes, how it is made, what Argo CD synced and whether it stayed so, and how much of"
              + " what runs the developer portal knows. Teams of fewer than three people are withheld.")
  @APIResponse(
      responseCode = "200",
      description = "As it stands now",
      content = @Content(schema = @Schema(implementation = PlatformView.class)))
  @Looked("the platform's figures by API")
  public PlatformView now() {
    return platforms.now();
  }

  @GET
  @Path("requests")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "The requests behind the figures",
      description =
          "Claims and composite resources of these quarters, newest first, at most 500. Whose they"
              + " are is left out where few people are in the team.")
  @Looked("requests to the platform by API")
  public List<RequestView> requests() {
    return platforms.requests();
  }

  @POST
  @Path("objects/{cluster}")
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml"
  })
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Take objects of a cluster",
      description =
          "Definitions, compositions, claims and composite resources of Crossplane, and Applications"
              + " of Argo CD, with their status, as `kubectl get … -A -o json` or `-o yaml` writes"
              + " them. At most 20 MB and 20,000 objects. Sending the same again changes nothing but"
              + " when it was seen last.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "A database that a team asked for",
                      summary = "as JSON",
                      value = EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "What can be used is kept",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  @APIResponse(responseCode = "400", description = "It is not readable; nothing was kept")
  @APIResponse(responseCode = "413", description = "It is too large; nothing was kept")
  @APIResponse(responseCode = "422", description = "The cluster's name can't be one")
  public Response take(
      InputStream body,
      @Parameter(description = "What you call the cluster", example = "production")
          @PathParam("cluster")
          String cluster)
      throws IOException {
    if (!cluster.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}")) {
      throw Refusal.wrong(
          "/cluster", "A cluster is named by 1 to 100 letters, digits and \"._-\".");
    }
    var sent = Sent.of(body.readNBytes(Sent.BYTES_MAX + 1));
    var now = clock.instant();
    observed.fire(new Observed("cluster:" + cluster, now, false, List.of(), sent.objects()));
    return Response.accepted(objects.taken(sent, now)).build();
  }
}
