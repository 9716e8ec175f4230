package plimsoll.reading;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** All readings, how far those are that still run, and a form that asks for one. */
@Controller
@RequestScoped
@Path("/")
public class ReadingPages {
  private static final int MOST = 100;
  private static final int QUARTER_DAYS = 91;

  @Inject Readings readings;
  @Inject ReadingRequests requests;
  @Inject Retakes retakes;
  @Inject Models models;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  @GET
  @Path("readings")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("reading/readings.html")
  public void all() {
    var today = LocalDate.now(clock.withZone(zone));
    models.put("done", readings.done(MOST));
    models.put("pending", readings.pending(MOST));
    models.put("from", today.minusDays(QUARTER_DAYS));
    models.put("to", today);
    models.put("zone", zone.getId());
  }

  @POST
  @Path("readings")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response request(@FormParam("from") String from, @FormParam("to") String to) {
    var start = day(from, "/from").atStartOfDay(zone).toInstant();
    var end = day(to, "/to").plusDays(1).atStartOfDay(zone).toInstant();
    var wish = new ReadingRequests.Wish(null, start, earlier(end, clock.instant()), null);
    var reading = requests.request(wish, caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/readings/" + reading.id() + "/progress")).build();
  }

  @GET
  @Path("readings/{id}/progress")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  public Response progress(@PathParam("id") UUID id) {
    var reading = readings.find(id).orElseThrow(() -> Refusal.notFound("reading"));
    if (reading.done()) {
      return Response.seeOther(URI.create("/readings/" + id)).build();
    }
    models.put("reading", reading);
    models.put("running", reading.failure() == null && !reading.stopped());
    return Response.ok("reading/progress.html").build();
  }

  @POST
  @Path("readings/{id}/retry")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response tryAgain(@PathParam("id") UUID id) {
    readings.tryAgain(id);
    return Response.seeOther(URI.create("/readings/" + id + "/progress")).build();
  }

  @POST
  @Path("readings/{id}/stop")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response stop(@PathParam("id") UUID id) {
    readings.stop(id);
    return Response.seeOther(URI.create("/readings/" + id + "/progress")).build();
  }

  @POST
  @Path("readings/{id}/retakes")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response takeAgain(@PathParam("id") UUID id, @FormParam("edition") String edition) {
    var of = readings.find(id).orElseThrow(() -> Refusal.notFound("reading"));
    var again = retakes.request(of, edition, caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/readings/" + again.id() + "/progress")).build();
  }

  private static LocalDate day(String text, String pointer) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw Refusal.wrong(pointer, "Give a day as 2026-03-31.");
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
