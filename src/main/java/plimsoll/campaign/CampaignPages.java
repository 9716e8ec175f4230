package plimsoll.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plimsoll.access.Audit;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.catalog.Teams;
import plimsoll.questionnaire.Surveys;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/** Where a product manager makes a campaign, hands out its links, watches and closes it. */
@Controller
@RequestScoped
@Path("campaigns")
public class CampaignPages {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final String USUAL_SURVEY = "quarterly";
  private static final int USUAL_DAYS = 14;

  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Turnout turnout;
  @Inject Event<CampaignOutlook> outlooks;
  @Inject Closing closing;
  @Inject LinkList links;
  @Inject CampaignLetters letters;
  @Inject Surveys surveys;
  @Inject Teams teams;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Models models;
  @Context SecurityContext caller;
  @Context HttpServletResponse servlet;

  /** A row of the list. */
  public record Row(Progress campaign, String opens, String closes) {}

  /** A survey to choose. */
  public record Choice(String name, String label, boolean usual) {}

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("all campaigns' progress")
  public String list() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return list(
        Map.of(
            "opens", today.toString(),
            "closes", today.plusDays(USUAL_DAYS).toString(),
            "minimumGroup", "" + Plan.USUAL_GROUP),
        List.of(),
        List.of());
  }

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response open(MultivaluedMap<String, String> form) {
    try {
      var campaign = campaigns.open(plan(form), clock.instant());
      audit.record(me(), "made a campaign", campaign.title());
      return go(campaign.id().toString());
    } catch (Refusal refusal) {
      return again(form, refusal);
    }
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Looked("a campaign's progress")
  public String one(@PathParam("id") String id) {
    var campaign = campaigns.get(CampaignsResource.id(id));
    var progress = progress(campaign);
    models.put("campaign", progress);
    models.put("opens", MOMENT.format(campaign.opensAt().atOffset(ZoneOffset.UTC)));
    models.put("closes", MOMENT.format(campaign.closesAt().atOffset(ZoneOffset.UTC)));
    models.put("closed", campaign.closedAt() != null);
    models.put("over", campaign.state(clock.instant()) == CampaignView.State.CLOSED);
    models.put("linksOffered", links.offered());
    models.put("sending", letters.sending(campaign.id()));
    models.put(
        "unreached",
        caller.isUserInRole(Role.ADMINISTRATOR) ? letters.unreached(campaign.id()) : List.of());
    models.put(
        "reminds",
        campaign.remindAt() == null
            ? null
            : MOMENT.format(campaign.remindAt().atOffset(ZoneOffset.UTC)));
    models.put("largeEnough", progress.teams().stream().filter(t -> t.rate() != null).count());
    models.put("hints", campaign.closedAt() == null ? hints(progress) : List.of());
    models.put("detectable", Reach.detectable(progress.invited()));
    return "campaign/campaign.html";
  }

  @POST
  @Path("{id}/invitations")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response invite(@PathParam("id") String id) {
    var round = invitations.invite(CampaignsResource.id(id), clock.instant());
    audit.record(me(), "invited " + round.invited() + " people", id);
    return go(id);
  }

  @POST
  @Path("{id}/closure")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response close(@PathParam("id") String id, @FormParam("sure") String sure) {
    if (sure == null) {
      throw Refusal.wrong("sure", "Tick that you are sure, then close it. It is still open.");
    }
    var closed = closing.close(CampaignsResource.id(id));
    audit.record(me(), "closed a campaign", closed.title());
    return go(id);
  }

  private String list(Map<String, String> given, List<String> chosen, List<Refusal.Fault> faults) {
    models.put("campaigns", campaigns.all().stream().map(this::row).toList());
    models.put("surveys", surveys.all().stream().map(CampaignPages::choice).toList());
    models.put("surveyFaults", surveys.faults());
    models.put("teams", teams.on(clock.instant()));
    models.put("given", new HashMap<>(given));
    models.put("chosen", chosen);
    models.put("faults", faults);
    return "campaign/campaigns.html";
  }

  private static Choice choice(Survey survey) {
    var title = survey.title().in(Text.ENGLISH);
    var label = title + " (" + survey.name() + ", " + survey.minutes() + " min)";
    return new Choice(survey.name(), label, survey.key().equals(USUAL_SURVEY));
  }

  private Response again(MultivaluedMap<String, String> form, Refusal refusal) {
    var given = new HashMap<String, String>();
    form.keySet().forEach(name -> given.put(name, form.getFirst(name)));
    var chosen = form.getOrDefault("teams", List.of());
    // The view is written before the status of the answer below is.
    servlet.setStatus(refusal.status());
    return Response.status(refusal.status()).entity(list(given, chosen, refusal.faults())).build();
  }

  private static Plan plan(MultivaluedMap<String, String> form) {
    if (!form.containsKey("teams")) {
      throw Refusal.wrong("/teams", "need one to be ticked at least");
    }
    return new Plan(
        form.getFirst("survey"),
        form.get("teams"),
        startOf(form.getFirst("opens")),
        endOf(form.getFirst("closes")),
        number(form.getFirst("minimumGroup")),
        form.getFirst("title"),
        form.getFirst("askedBy"),
        form.getFirst("platform"),
        null,
        null,
        null,
        null,
        null);
  }

  private static Instant startOf(String day) {
    try {
      return LocalDate.parse(String.valueOf(day)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The last minute of a day, so that people can answer all of it. */
  private static Instant endOf(String day) {
    Instant start = startOf(day);
    return start == null ? null : start.plus(Duration.ofDays(1)).minus(Duration.ofMinutes(1));
  }

  /** What is no number becomes one that no campaign can have, so that the plan refuses it. */
  private static Integer number(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : Integer.valueOf(-1);
  }

  private Row row(CampaignView campaign) {
    return new Row(progress(campaign), day(campaign.opensAt()), day(campaign.closesAt()));
  }

  private static String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
        .format(at.atOffset(ZoneOffset.UTC));
  }

  private List<String> hints(Progress progress) {
    var outlook = new CampaignOutlook(progress, new ArrayList<>());
    outlooks.fire(outlook);
    return outlook.hints();
  }

  private Progress progress(CampaignView campaign) {
    return turnout.progress(campaign, clock.instant());
  }

  private Response go(String id) {
    return Response.seeOther(URI.create("/campaigns/" + id)).build();
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
