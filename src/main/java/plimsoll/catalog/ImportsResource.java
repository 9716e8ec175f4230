package plimsoll.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
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

/** Takes the teams, people and services of an organisation. */
@RequestScoped
@Path("api/v1/catalog/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
  @Inject Imports imports;
  @Inject Audit audit;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Consumes({
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml",
    MediaType.APPLICATION_JSON,
    "text/csv"
  })
  @Operation(
      summary = "Import teams, people and services",
      description =
          "Takes Backstage entities (Group, User, Component) as multi-document YAML, as a JSON array,"
              + " or as an answer of the catalog API; or CSV with the columns team, person, email and"
              + " service. Sending the same twice changes nothing. A wrong document is named in"
              + " `problems` and does not stop the others. What an import leaves out stays, unless it"
              + " is sent with `complete=true`: then what the same source stated before is retired.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/yaml",
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "A team and one of its people",
                    summary = "as YAML",
                    value =
                        "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: payments}\n"
                            + "spec: {type: team, children: []}\n---\n"
                            + "apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: ada}\n"
                            + "spec: {profile: {email: ada@example.org}, memberOf: [payments]}\n")),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples =
                @ExampleObject(
                    name = "An answer of the catalog API",
                    summary = "as JSON",
                    value =
                        "{\"items\":[{\"kind\":\"Group\",\"metadata\":{\"name\":\"payments\"},\"spec\":{\"type\":\"team\",\"children\":[]}}]}")),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "One line a person",
                    summary = "as CSV",
                    value = "team,person,email,service\nPayments,Ada,ada@example.org,ledger\n"))
      })
  @APIResponse(
      responseCode = "200",
      description = "What changed",
      content = @Content(schema = @Schema(implementation = Outcome.class)))
  public Outcome take(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      @Parameter(description = "What you call this catalog; by default backstage or csv")
          @QueryParam("source")
          String source,
      @Parameter(description = "The import names everything that this source has")
          @QueryParam("complete")
          @DefaultValue("false")
          boolean complete)
      throws IOException {
    var upload = new Upload(body.readNBytes(Upload.BYTES_MAX + 1), Upload.Form.of(type));
    var listing = upload.listing();
    var outcome = imports.take(listing, source(source, upload), complete, clock.instant());
    audit.record(caller.getUserPrincipal().getName(), "imported a catalog", outcome.inWords());
    return outcome;
  }

  private static String source(String stated, Upload upload) {
    if (stated == null) {
      return upload.source();
    }
    if (!stated.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}") || stated.equals(Service.SEEN)) {
      throw Refusal.wrong("source", "A source is 1 to 100 letters, digits, blanks and \"._-\".");
    }
    return stated;
  }
}
