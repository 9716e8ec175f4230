package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.metric.Measure;

/** Figures of delivery as they stand now, each with what it is made of. */
@RequestScoped
@Path("api/v1/delivery")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryFiguresResource {
  @Inject Provenance provenance;

  @GET
  @Path("{team}/{measure}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "One figure with the records that it is made of",
      description =
          "The value with its interval, the rule, the coverage, the same figure under other rules of"
              + " attribution, and the records behind it in pages of 100.")
  @APIResponse(
      responseCode = "200",
      description = "The figure",
      content = @Content(schema = @Schema(implementation = FigureView.class)))
  @APIResponse(responseCode = "404", description = "There is no such team or figure")
  @APIResponse(responseCode = "422", description = "The span is not readable")
  @Looked("a team's delivery figure by API")
  public FigureView figure(
      @Parameter(description = "Key of the team, or \"organisation\"", example = "organisation")
          @PathParam("team")
          String team,
      @Parameter(example = "change-fail-rate") @PathParam("measure") String slug,
      @Parameter(description = "A month, instead of from and to", example = "2026-03")
          @QueryParam("month")
          String month,
      @Parameter(description = "First day, in the team's time zone", example = "2026-03-01")
          @QueryParam("from")
          String from,
      @Parameter(description = "The day before which it ends", example = "2026-04-15")
          @QueryParam("to")
          String to,
      @Parameter(description = "Key of one service of the team") @QueryParam("service")
          String service,
      @Parameter(
              description = "\"counted\" lists only the records that count towards it",
              example = "counted")
          @QueryParam("only")
          String only,
      @Parameter(description = "Which page of the records, from 1 on") @QueryParam("page")
          Integer page) {
    var measure = Measure.of(slug).orElseThrow(() -> Refusal.notFound("figure"));
    var query = new FigureQuery(month, from, to);
    return provenance.of(team, measure, query, service, "counted".equals(only), page);
  }
}
