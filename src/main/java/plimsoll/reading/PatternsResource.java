package plimsoll.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.catalog.Services;
import plimsoll.reading.PatternsView.ServicePatterns;
import plimsoll.workload.Fingerprints;

/** The patterns of a reading for clients, with their evidence. */
@RequestScoped
@Path("api/v1/readings/{id}/patterns")
@Produces(MediaType.APPLICATION_JSON)
public class PatternsResource {
  private static final int PAGE = 100;

  @Inject Readings readings;
  @Inject Services services;
  @Inject Fingerprints fingerprints;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(
      summary = "How alike services are built, delivered and run, with the evidence",
      description =
          "Divergence with its sensitivity, the map, near-copies, the rebuild index, what workloads"
              + " have, what was not understood; and service by service the line on which each was"
              + " read, at most 100 services a page. The reading may be \"latest\".")
  @APIResponse(
      responseCode = "200",
      description = "What was found; parts are null of which nothing is known",
      content =
          @Content(
              schema = @Schema(implementation = PatternsView.class),
              examples = @ExampleObject(name = "shortened", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such reading")
  @APIResponse(responseCode = "409", description = "The reading is not done yet")
  @Looked("patterns by API")
  public PatternsView patterns(
      @PathParam("id") String id,
      @QueryParam("team") String team,
      @QueryParam("after") String after) {
    var reading = readings.named(id).orElseThrow(() -> Refusal.notFound("reading"));
    var findings = readings.findings(reading);
    var day = LocalDate.ofInstant(reading.to(), zone);
    var owners = services.ownersAt(reading.to());
    var keys = keys(day, owners, team, after);
    var page = keys.subList(0, Math.min(PAGE, keys.size()));
    return new PatternsView(
        findings.patterns(),
        findings.landscape(),
        page.stream()
            .flatMap(key -> fingerprints.profile(key, day).stream())
            .map(profile -> ServicePatterns.of(profile, owners.get(profile.service())))
            .toList(),
        keys.size() > PAGE ? page.get(PAGE - 1) : null);
  }

  private List<String> keys(LocalDate day, Map<String, String> owners, String team, String after) {
    return fingerprints.current(day, owners).stream()
        .filter(one -> team == null || one.team().equals(team))
        .map(one -> one.service())
        .filter(key -> after == null || key.compareTo(after) > 0)
        .sorted()
        .toList();
  }

  private static final String EXAMPLE =
      """
      {"divergence":{"services":45,"consistentTeams":11,"within":0.08,"between":0.55,"excess":0.47},
       "landscape":{"services":45,"teams":12,"files":160,
         "copies":{"files":150,"copiedFiles":14,"spare":9},
         "rebuilding":{"index":0.62},
         "coverage":{"services":45,"gold":{"yes":7,"no":38,"unknown":0,"notApplicable":0,
           "share":0.156,"low":0.077,"high":0.288}}},
       "services":[{"service":"cart","team":"checkout",
         "choices":{"CI_SYSTEM":{"value":"github-actions",
           "evidence":{"path":".github/workflows/ci.yml","line":1,"quote":"on: push"}}},
         "traits":{"AUTOSCALING":{"answer":"NO","evidence":{"path":"deploy/hpa.yaml","line":9,
           "quote":"minReplicas: 3"},"why":"The autoscaler's least and most are both 3."}},
         "files":4,"gaps":[]}],
       "next":null}
      """;
}
