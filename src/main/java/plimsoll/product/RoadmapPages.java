package plimsoll.product;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** Where the product manager decides what to do next, and everybody else reads it. */
@Controller
@RequestScoped
@Path("roadmap")
public class RoadmapPages {
  @Inject Portfolio portfolio;
  @Inject Readings readings;
  @Inject Models models;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("product/roadmap.html")
  @Looked("the roadmap")
  public void roadmap(@QueryParam("weeks") String weeks) {
    models.put("mayDecide", mayDecide());
    readings.latest().ifPresent(reading -> show(reading, weeks(weeks)));
  }

  @POST
  @Path("{key}/acceptance")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response accept(
      @PathParam("key") String key,
      @FormParam("owner") String owner,
      @FormParam("quarter") String quarter,
      @FormParam("smallest") String smallest,
      @FormParam("checkOn") String checkOn,
      @FormParam("inUse") String inUse) {
    var intent = new Intent(State.ACCEPTED, null, owner, quarter, null);
    return decided(
        key,
        intent.checkedBy(
            Typed.number(smallest, "/smallestEffect"),
            Typed.day(checkOn, "/checkOn"),
            Typed.count(inUse, "/inUse")));
  }

  @POST
  @Path("{key}/conclusion")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response conclude(
      @PathParam("key") String key,
      @FormParam("course") String course,
      @FormParam("by") String by,
      @FormParam("on") String on,
      @FormParam("note") String note,
      @FormParam("checkOn") String checkOn) {
    var judgement =
        new Judgement(
            Course.of(course), by, Typed.day(on, "/on"), note, Typed.day(checkOn, "/checkOn"));
    portfolio.conclude(key, judgement, me());
    return back(key);
  }

  @POST
  @Path("{key}/refusal")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response refuse(@PathParam("key") String key, @FormParam("reason") String reason) {
    return decided(key, new Intent(State.REFUSED, reason, null, null, null));
  }

  @POST
  @Path("{key}/completion")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response finish(
      @PathParam("key") String key,
      @FormParam("owner") String owner,
      @FormParam("quarter") String quarter) {
    return decided(key, new Intent(State.DONE, null, owner, quarter, null));
  }

  @POST
  @Path("{key}/reopening")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response reopen(@PathParam("key") String key) {
    return decided(key, new Intent(State.PROPOSED, null, null, null, null));
  }

  @POST
  @Path("{key}/change")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response change(
      @PathParam("key") String key,
      @FormParam("title") String title,
      @FormParam("hypothesis") String hypothesis,
      @FormParam("median") String median,
      @FormParam("low") String low,
      @FormParam("high") String high) {
    portfolio.change(key, Claim.typed(title, hypothesis, median, low, high), me());
    return back(key);
  }

  @POST
  @Path("{key}/position")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response move(@PathParam("key") String key, @FormParam("direction") String direction) {
    if (!"up".equals(direction) && !"down".equals(direction)) {
      throw Refusal.wrong("/direction", "An initiative moves up or down.");
    }
    portfolio.move(key, direction.equals("up") ? -1 : 1, me());
    return back(key);
  }

  private void show(Reading reading, Optional<Double> weeks) {
    var view = portfolio.of(reading);
    var cards = Cards.of(view, readings.findings(reading).readiness());
    models.put("takenAt", view.takenAt());
    models.put("files", "/api/v1/readings/" + reading.id() + "/reports/");
    models.put("bets", Cards.bets(view, readings.findings(reading).readiness()));
    models.put("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
    models.put("open", cards.in(State.PROPOSED, State.ACCEPTED));
    models.put("done", cards.in(State.DONE));
    models.put("refused", cards.in(State.REFUSED));
    weeks.ifPresent(available -> models.put("choice", Choice.of(view, available)));
  }

  private static Optional<Double> weeks(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    if (!typed.strip().matches("[0-9]{1,4}")) {
      throw Refusal.wrong("/weeks", "Person-weeks are a whole number from 0 to 9999.");
    }
    return Optional.of(Double.valueOf(typed.strip()));
  }

  private Response decided(String key, Intent intent) {
    portfolio.decide(key, intent, me());
    return back(key);
  }

  private static Response back(String key) {
    return Response.seeOther(UriBuilder.fromPath("/roadmap").fragment(key).build()).build();
  }

  private boolean mayDecide() {
    return caller.isUserInRole(Role.PRODUCT) || caller.isUserInRole(Role.ADMINISTRATOR);
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
