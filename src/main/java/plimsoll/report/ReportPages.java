package plimsoll.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/**
 * The readiness page, of the latest reading and of any other, and the pages of a team and of a
 * group.
 */
@Controller
@RequestScoped
@Path("/")
public class ReportPages {
  @Inject Readings readings;
  @Inject Reports reports;
  @Inject Models models;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  /**
   * What the latest reading says; before there is one, how to get there. Who only represents the
   * engineers is led to what the council reads.
   */
  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("the readiness page")
  public Response latest() {
    if (!seesResults()) return Response.seeOther(URI.create("/audit")).build();
    var reading = readings.latest();
    return reading.isPresent() ? readiness(reading.get()) : beginning();
  }

  private boolean seesResults() {
    return Stream.of(Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR)
        .anyMatch(caller::isUserInRole);
  }

  private Response beginning() {
    models.put("address", address);
    return Response.ok("report/beginning.html").build();
  }

  @GET
  @Path("readings/{id: [0-9a-f-]{36}}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("the readiness page")
  public Response readiness(@PathParam("id") UUID id) {
    var reading = find(id);
    return reading.done()
        ? readiness(reading)
        : Response.seeOther(URI.create("/readings/" + id + "/progress")).build();
  }

  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/teams/{team: .+}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("a team's page")
  public Response team(@PathParam("id") UUID id, @PathParam("team") String team) {
    var reading = find(id);
    models.put("above", "/readings/" + id);
    return page(reports.teamPage(reading, team));
  }

  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/beside/{other: [0-9a-f-]{36}}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("two editions side by side")
  public Response beside(@PathParam("id") UUID id, @PathParam("other") UUID other) {
    models.put("above", "/readings/" + id);
    return page(Reports.Page.of(BesideReport.of(reports.beside(find(id), find(other)))));
  }

  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/groups/{group: .+}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("a group's page")
  public Response group(@PathParam("id") UUID id, @PathParam("group") String group) {
    var reading = find(id);
    models.put("above", "/readings/" + id);
    return page(reports.groupPage(reading, group));
  }

  private Reading find(UUID id) {
    return readings.find(id).orElseThrow(() -> Refusal.notFound("reading"));
  }

  private Response readiness(Reading reading) {
    models.put("files", "/api/v1/readings/" + reading.id() + "/reports/");
    models.put("reading", reading);
    models.put("editions", Takes.of(reading, readings.ofSameCut(reading)));
    return page(reports.readinessPage(reading));
  }

  private Response page(Reports.Page page) {
    models.put("report", page.report());
    models.put("body", page.sections());
    return Response.ok("report/report.html").build();
  }
}
