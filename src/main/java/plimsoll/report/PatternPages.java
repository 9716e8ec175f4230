package plimsoll.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.pattern.copy.CopyGroup;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** What people see of patterns: the whole of a reading, its services and its copies. */
@Controller
@RequestScoped
@Path("/")
public class PatternPages {
  @Inject Readings readings;
  @Inject Reports reports;
  @Inject PatternFiles files;
  @Inject Models models;
  @Context SecurityContext caller;

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

  /** Services and what they have; what is asked for stands in the address. */
  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/patterns/services")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("services and what they have")
  @View("report/pattern-services.html")
  public void services(
      @PathParam("id") UUID id,
      @QueryParam("team") String team,
      @QueryParam("trait") String trait,
      @QueryParam("answer") String answer,
      @QueryParam("with") String with,
      @QueryParam("sort") String sort,
      @QueryParam("page") @DefaultValue("1") int page) {
    var reading = find(id);
    var findings = readings.findings(reading);
    var coverage = landscape(reading).coverage();
    var names = Content.names(findings);
    var asked = TraitMatrix.Asked.of(team, trait, answer, with, sort);
    put(reading);
    models.put("matrix", TraitMatrix.of(coverage, names, links(reading), asked, page));
    models.put("heads", TraitMatrix.heads());
    models.put("teams", TraitMatrix.teams(coverage, names));
    models.put("team", team);
    models.put("trait", trait);
    models.put("answer", answer);
    models.put("with", with);
    models.put("sort", asked.sort());
  }

  /** All groups of copies, those with most to retire first. */
  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/patterns/copies")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("near-copies")
  @View("report/pattern-copies.html")
  public void copies(@PathParam("id") UUID id, @QueryParam("team") String team) {
    var reading = find(id);
    var findings = readings.findings(reading);
    var copies = landscape(reading).copies();
    var names = Content.names(findings);
    put(reading);
    models.put("copies", copies);
    models.put("rows", CopySection.rows(copies, names, links(reading), team));
    models.put("team", team == null ? null : names.getOrDefault(team, team));
  }

  /**
   * Two files beside each other.
   *
   * @param group its number in the reading
   * @param one which of its files; the reading's choice where it is not said
   * @param other likewise
   */
  @GET
  @Path("readings/{id: [0-9a-f-]{36}}/patterns/copies/{group: [0-9]{1,4}}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("two near-copies")
  @View("report/pattern-pair.html")
  public void pair(
      @PathParam("id") UUID id,
      @PathParam("group") int group,
      @QueryParam("one") Integer one,
      @QueryParam("other") Integer other,
      @QueryParam("all") @DefaultValue("false") boolean all) {
    var reading = find(id);
    var found = landscape(reading).copies().groups();
    if (group >= found.size()) throw Refusal.notFound("group of copies in this reading");
    var names = Content.names(readings.findings(reading));
    var chosen = found.get(group);
    int left = index(chosen, one, chosen.one());
    int right = index(chosen, other, chosen.other());
    put(reading);
    models.put(
        "pair",
        CopyPair.of(
            chosen, left, right, names, links(reading), files.of(reading, readsFiles()), all));
    models.put("here", address(reading) + "/copies/" + group);
    models.put("one", left);
    models.put("other", right);
    models.put("all", all);
    models.put("until", Sentences.day(reading.to()));
  }

  /** The same as where files are shown by themselves. */
  private boolean readsFiles() {
    return caller.isUserInRole(Role.PRODUCT) || caller.isUserInRole(Role.ADMINISTRATOR);
  }

  private static int index(CopyGroup group, Integer asked, CopyGroup.Member usual) {
    return asked != null && asked >= 0 && asked < group.files().size()
        ? asked
        : group.files().indexOf(usual);
  }

  private void put(Reading reading) {
    models.put("reading", reading);
    models.put("patterns", address(reading));
  }

  private static PatternLinks links(Reading reading) {
    return new PatternLinks(address(reading));
  }

  private Landscape landscape(Reading reading) {
    var landscape = readings.findings(reading).landscape();
    if (landscape == null) {
      throw new Refusal(404, "When this reading was taken, no files of any service were read.");
    }
    return landscape;
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
