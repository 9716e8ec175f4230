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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int WRONG = 422;

  @Inject AllSeries series;
  @Inject Surveys surveys;
  @Inject Teams teams;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Models models;
  @Context SecurityContext caller;
  @Context HttpServletResponse servlet;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  String zone;

  @Inject
  @ConfigProperty(name = "plimsoll.budget.minutes")
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
    var read = new SeriesForm(form);
    var plan = read.plan();
    var faults = new ArrayList<>(read.faults());
    faults.addAll(series.faults(plan, clock.instant()));
    if (!faults.isEmpty()) return again(form, faults);
    series.make(plan, clock.instant());
    audit.record(me(), "made a series", plan.survey());
    return go();
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
    var editions = surveys.all().stream().map(SeriesPages::choice).toList();
    models.put("editions", editions);
    models.put("surveys", newest(editions));
    models.put("teams", teams.on(now));
    models.put("groups", teams.groups(now));
    models.put("days", SeriesForm.DAYS);
    models.put("budget", budget);
    models.put("given", new HashMap<>(given));
    models.put("chosen", chosen);
    models.put("faults", faults.stream().map(SeriesForm.Marked::of).toList());
    return "campaign/series.html";
  }

  /** One of each survey: its editions stand newest first. */
  private static Collection<Choice> newest(List<Choice> editions) {
    var newest = new LinkedHashMap<String, Choice>();
    editions.forEach(one -> newest.putIfAbsent(one.key(), one));
    return newest.values();
  }

  private static Choice choice(Survey survey) {
    var label = survey.title().in(Text.ENGLISH) + " (" + survey.minutes() + " min)";
    return new Choice(survey.key(), survey.name(), label);
  }

  private Response again(MultivaluedMap<String, String> form, List<Refusal.Fault> faults) {
    var given = new HashMap<String, String>();
    form.keySet().forEach(name -> given.put(name, form.getFirst(name)));
    // The view is written before the status of the answer below is.
    servlet.setStatus(WRONG);
    var chosen = form.getOrDefault("teams", List.of());
    return Response.status(WRONG).entity(list(given, chosen, faults)).build();
  }

  private static Row row(SeriesView one) {
    var repeats = one.repeats();
    var how =
        "Every %s on %s at %s (%s), open for %d days"
            .formatted(
                repeats.everyWeeks() == 1 ? "week" : repeats.everyWeeks() + " weeks",
                capitalized(repeats.weekday().strip()),
                repeats.at(),
                repeats.zone(),
                repeats.openDays());
    var next = one.next().stream().map(wave -> local(wave.opens(), repeats.zone())).toList();
    return new Row(one, how, who(one), next);
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
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
