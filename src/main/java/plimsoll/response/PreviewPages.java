package plimsoll.response;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.access.Role;
import plimsoll.asset.Asset;
import plimsoll.campaign.CampaignView;
import plimsoll.campaign.Seat;
import plimsoll.language.Language;
import plimsoll.questionnaire.Drafting;
import plimsoll.questionnaire.Review;
import plimsoll.questionnaire.Shelf;
import plimsoll.survey.Survey;

/**
 * A page of the form as people will see it, made of a questionnaire that nobody is asked yet. It
 * stands in a frame beside the editor; nothing that is filled in there goes anywhere.
 */
@Controller
@RequestScoped
@Path("questionnaires/{name}/preview")
public class PreviewPages {
  @Inject Shelf shelf;
  @Inject Models models;
  @Inject Clock clock;
  @Context HttpServletResponse servlet;

  @PathParam("name")
  String name;

  /** As it is saved. */
  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  public Response saved(@QueryParam("page") String page, @QueryParam("language") String language) {
    return shown(shelf.review(name, shelf.text(name)), page, language);
  }

  /** As it is typed. */
  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response typed(MultivaluedMap<String, String> sent) {
    Map<String, String> fields = new HashMap<>();
    sent.forEach((field, values) -> fields.put(field, values.get(values.size() - 1)));
    fields.put("do", "save");
    var review = shelf.review(name, Drafting.text(fields));
    return shown(review, fields.get("page"), fields.get("tongue"));
  }

  private Response shown(Review review, String page, String tongue) {
    var language = Language.of(tongue);
    models.put("say", language);
    models.put("languages", Language.values());
    models.put("sheet", Asset.address("answering.css"));
    models.put("script", Asset.address("answering.js"));
    models.put("mark", Asset.address("mark.svg"));
    if (review.survey() == null) {
      models.put("review", review);
      servlet.setStatus(422);
      return Response.status(422).entity("response/unreadable.html").build();
    }
    step(new Form(sample(review.survey()), language), page);
    return Response.ok("response/step.html").build();
  }

  private void step(Form form, String page) {
    var steps = form.steps();
    var step =
        steps.stream().filter(one -> one.key().equals(page)).findFirst().orElse(steps.get(0));
    models.put("address", "/questionnaires/" + name + "/preview");
    models.put("alone", false);
    models.put("given", new Given(Map.of()));
    models.put("faults", Map.of());
    models.put("number", steps.indexOf(step) + 1);
    models.put("pages", steps.size() + 1);
    models.put("items", steps.stream().mapToInt(one -> one.items().size()).sum());
    models.put("answered", 0);
    models.put("step", step);
    models.put("giveaway", Giveaway.pattern(form.language()));
    models.put("ownWords", step.items().stream().anyMatch(Item::written));
    models.put("reviewersOnly", false);
  }

  /** A campaign that nobody made. */
  private Links.Link sample(Survey survey) {
    var id = new UUID(0, 0);
    var now = clock.instant();
    var campaign =
        new CampaignView(
            id,
            survey.key(),
            survey.edition(),
            "",
            survey.title().in("en"),
            "Your platform group",
            "the platform",
            survey.window().start(LocalDate.ofInstant(now, ZoneOffset.UTC)),
            now,
            now.plus(Duration.ofDays(14)),
            null,
            5,
            List.of(),
            survey.minutes(),
            null,
            null,
            0,
            null);
    return new Links.Link(new Seat(id, id, "", false), campaign, survey, survey);
  }
}
