package plimsoll.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** What people see of patterns: the whole of a reading, its services and its copies. */
@Controller
@RequestScoped
@Path("/")
public class PatternPages {
  @Inject Readings readings;
  @Inject Reports reports;
  @Inject Models models;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  static String address(Reading reading) {
    return "/readings/" + reading.id() + "/patterns";
  }

  /** Of the reading that comes first; before there is one, how to get there. */
  @GET
  @Path("patterns")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("the page of patterns")
  public String latest() {
    models.put("address", address);
    return readings.latest().map(this::page).orElse("report/no-patterns.html");
  }

  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/patterns")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("the page of patterns")
  public String patterns(@PathParam("id") UUID id) {
    return page(find(id));
  }

  private String page(Reading reading) {
    var page = reports.patternPage(reading);
    models.put("report", page.report());
    models.put("body", page.sections());
    models.put("above", "/readings/" + reading.id());
    models.put("patternFiles", "/api/v1/readings/" + reading.id() + "/reports/");
    return "report/report.html";
  }

  private Reading find(UUID id) {
    return readings.find(id).orElseThrow(() -> Refusal.notFound("reading"));
  }
}
