package plimsoll.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** Reports of a reading as files. */
@RequestScoped
@Path("api/v1/readings/{id}/reports")
public class ReportsResource {
  private static final Set<String> NAMES = Set.of("readiness", "roadmap", "patterns");
  private static final Set<String> LATER = Set.of("pptx", "xlsx", "csv");

  @Inject Readings readings;
  @Inject Reports reports;

  @GET
  @Path("{name}.{ending: [a-z]{2,5}}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "A report of a reading as a file",
      description =
          "Names: readiness, roadmap, patterns. Kinds: html, pdf, md, json. The same reading with the"
              + " same decisions gives the same bytes. The reading may be \"latest\".")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/pdf",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(responseCode = "404", description = "No such reading, or no such report")
  @APIResponse(responseCode = "406", description = "The report does not come as that kind of file")
  @Looked("a report as a file")
  public Response file(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @PathParam("ending") String ending) {
    var reading = find(id);
    if (!NAMES.contains(name)) {
      throw new Refusal(404, "There is no such report; there are readiness, roadmap and patterns.");
    }
    var format = Format.of(ending).orElseThrow(() -> unknown(ending));
    return Response.ok(reports.file(reading, name, format), format.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(reading, name, format))
        .build();
  }

  private Reading find(String id) {
    return readings.named(id).orElseThrow(() -> Refusal.notFound("reading"));
  }

  private static Refusal unknown(String ending) {
    return LATER.contains(ending)
        ? new Refusal(
            406, "This report does not come as ." + ending + " yet: take html, pdf, md or json.")
        : new Refusal(
            406, "This report does not come as ." + ending + ": take html, pdf, md or json.");
  }

  private static String disposition(Reading reading, String name, Format format) {
    var day = LocalDate.ofInstant(reading.takenAt(), ZoneOffset.UTC);
    return "inline; filename=\"plimsoll-%s-%s.%s\"".formatted(name, day, format.ending());
  }
}
