package plimsoll.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.catalog.Teams;
import plimsoll.questionnaire.Surveys;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/** Where a product manager sets up campaigns that repeat, sees the next waves, and ends them. */
@Controller
@RequestScoped
@Path("campaigns/series")
public class SeriesPages {
  @Inject AllSeries series;
  @Inject Surveys surveys;
  @Inject Teams teams;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Models models;
  @Context SecurityContext caller;
  @Context HttpServletResponse servlet;

  @Inject
  @ConfigProperty(name = "plimsoll.zone", defaultValue = "UTC")
  String zone;

  @Inject
  @ConfigProperty(name = "plimsoll.budget.minutes", defaultValue = "10")
  int budget;

  /** A series, with its moments on its own clock. */
  public record Row(SeriesView series, String how, String who, List<String> next) {}

  /** A survey to choose. */
  public record Choice(String key, String name, String label) {}

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  public String list() {
    return list(
        Map.of("everyWeeks", "13", "at", "09:00", "zone", zone, "openDays", "14", "rule", "all"),
        List.of(),
        List.of());
  }

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response make(MultivaluedMap<String, String> form) {
    try {
      var made = series.make(SeriesForm.plan(form), clock.instant());
      audit.record(me(), "made a series", made.survey());
      return go();
    } catch (Refusal refusal) {
      return again(form, refusal);
    }
  }

  @POST
  @Path("{id}/pause")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response pause(@PathParam("id") String id) {
    series.pause(SeriesResource.id(id));
    audit.record(me(), "paused a series", id);
    return go();
  }

  @POST
  @Path("{id}/continuation")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response goOn(@PathParam("id") String id) {
    series.goOn(SeriesResource.id(id), clock.instant());
    audit.record(me(), "let a series go on", id);
    return go();
  }

  @POST
  @Path("{id}/end")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response end(@PathParam("id") String id) {
    series.end(SeriesResource.id(id));
    audit.record(me(), "ended a series", id);
    return go();
  }

  private String list(Map<String, String> given, List<String> chosen, List<Refusal.Fault> faults) {
    var now = clock.instant();
    models.put("series", series.all().stream().map(SeriesPages::row).toList());
    models.put("surveys", surveys.all().stream().map(SeriesPages::choice).toList());
    models.put("teams", teams.on(now));
    models.put("groups", teams.groups(now));
    models.put("days", SeriesForm.DAYS);
    models.put("budget", budget);
    models.put("given", new HashMap<>(given));
    models.put("chosen", chosen);
    models.put("faults", faults);
    return "campaign/series.html";
  }

  private static Choice choice(Survey survey) {
    var label = survey.title().in(Text.ENGLISH) + " (" + survey.minutes() + " min)";
    return new Choice(survey.key(), survey.name(), label);
  }

  private Response again(MultivaluedMap<String, String> form, Refusal refusal) {
    var given = new HashMap<String, String>();
    form.keySet().forEach(name -> given.put(name, form.getFirst(name)));
    // The view is written before the status of the answer below is.
    servlet.setStatus(refusal.status());
    var chosen = form.getOrDefault("teams", List.of());
    return Response.status(refusal.status()).entity(list(given, chosen, refusal.faults())).build();
  }

  private static Row row(SeriesView one) {
    var repeats = one.repeats();
    var how =
        "Every %s, %s at %s (%s), open for %d days"
            .formatted(
                repeats.everyWeeks() == 1 ? "week" : repeats.everyWeeks() + " weeks",
                repeats.weekday(),
                repeats.at(),
                repeats.zone(),
                repeats.openDays());
    var next = one.next().stream().map(wave -> local(wave.opens(), repeats.zone())).toList();
    return new Row(one, how, who(one), next);
  }

  private static String who(SeriesView one) {
    var sample = one.sample();
    var part =
        sample == null
            ? "Everybody"
            : sample.people() != null
                ? sample.people() + " people in turn"
                : Math.round(sample.share() * 100) + " % of each team in turn";
    return part + ", of " + whom(one);
  }

  private static String whom(SeriesView one) {
    var rule = one.teamRule();
    if (rule == null) {
      int count = one.teams() == null ? 0 : one.teams().size();
      return count == 0 ? "all teams" : count == 1 ? "1 team" : count + " teams";
    }
    if (rule.group() != null) return "the teams of " + rule.group();
    return rule.name() != null ? "teams called " + rule.name() : "all teams";
  }

  private static String local(Instant at, String zone) {
    return DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH)
        .format(at.atZone(ZoneId.of(zone)));
  }

  private Response go() {
    return Response.seeOther(URI.create("/campaigns/series")).build();
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
