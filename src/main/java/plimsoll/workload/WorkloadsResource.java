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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.Taken;

/** Where files of services come in, and what was read in them. */
@RequestScoped
@Path("api/v1/workloads")
@Produces(MediaType.APPLICATION_JSON)
public class WorkloadsResource {
  /** JSON is YAML too. */
  private static final String EXAMPLE =
      "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"checkout\"},"
          + "\"spec\":{\"replicas\":3}}";

  @Inject Workloads workloads;
  @Inject WorkloadFiles files;
  @Inject Overview overview;
  @Inject Audit audit;
  @Context SecurityContext caller;

  @POST
  @Path("{service}")
  @Consumes({
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml",
    "text/plain",
    MediaType.APPLICATION_JSON,
    "application/zip",
    "application/x-zip-compressed",
    "application/x-tar",
    "application/gzip",
    "application/x-gzip",
    "application/x-gtar",
    "application/x-compressed-tar",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Take manifests and pipelines of a service",
      description =
          "One file, or an archive (.zip, .tar, .tar.gz, .gz) of at most 50 MB. An archive is all"
              + " that there is of its origin: what it does not hold is gone. One file takes the place"
              + " of the one with its path, and the others stay. Secrets are masked before anything"
              + " is stored. A document that can't be read never stops the others. The same file"
              + " counts once. A service that nobody knows is kept as a new one, which no team owns.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/yaml",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "a manifest", value = EXAMPLE))
      })
  @APIResponse(
      responseCode = "202",
      description = "Stored: documents that are new, known, left out, and what can't be read",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  public Response take(
      @Parameter(description = "Key of the service, or another name that it goes by")
          @PathParam("service")
          String service,
      @Parameter(
              description = "Of a single file, as in its repository; guessed where it is missing")
          @QueryParam("path")
          String path,
      @Parameter(
              description = "\"upload\" where it is missing; \"git:NAME\" or \"ci:NAME\" otherwise")
          @QueryParam("origin")
          String origin,
      InputStream body) {
    var taken = workloads.take(service, origin, path, body);
    return Response.status(Response.Status.ACCEPTED).entity(taken).build();
  }

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "The services, and how much is known of each", description = "At most 100.")
  public Overview.Rows all(
      @Parameter(description = "Key after which the page begins") @QueryParam("after")
          String after) {
    return overview.rows(after);
  }

  @GET
  @Path("{service}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Everything that is known of a service, and where it was read",
      description = "A feature without a value is unknown, which is not the same as \"none\".")
  public Known.Sheet one(@PathParam("service") String service) {
    return overview.sheet(service);
  }

  @GET
  @Path("{service}/file")
  @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "One file as it is kept, without secrets")
  @APIResponse(
      responseCode = "200",
      description = "Its text",
      content =
          @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
  public Response file(
      @PathParam("service") String service,
      @QueryParam("origin") String origin,
      @QueryParam("path") String path) {
    var key = overview.service(service).key();
    if (origin == null || path == null) throw Refusal.notFound("file");
    var found = files.find(key, origin, path).orElseThrow(() -> Refusal.notFound("file"));
    return Response.ok(found.text(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).build();
  }

  @DELETE
  @Path("{service}")
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Take files of a service away",
      description = "All of them, or those of an origin, or one. To do it again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Taken away",
      content = @Content(schema = @Schema(implementation = Removed.class)))
  public Removed remove(
      @PathParam("service") String service,
      @QueryParam("origin") String origin,
      @QueryParam("path") String path) {
    var key = overview.service(service).key();
    var removed = new Removed(workloads.remove(key, origin, path));
    audit.record(caller.getUserPrincipal().getName(), "took files of a service away", key);
    return removed;
  }

  /**
   * @param files how many there were
   */
  public record Removed(int files) {}
}
