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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Looked;
import plimsoll.access.Role;
import plimsoll.announcement.Announcements;
import plimsoll.announcement.Answered;
import plimsoll.campaign.Campaigns;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/** Where the product manager writes what is done about what people said, and publishes it. */
@Controller
@RequestScoped
@Path("campaigns/{id: [0-9a-f-]{36}}/changes")
public class AnnouncementEditPages {
  private static final int LATEST = 100;

  @Inject Announcements announcements;
  @Inject Campaigns campaigns;
  @Inject Readings readings;
  @Inject Portfolio portfolio;
  @Inject Audit audit;
  @Inject Models models;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @PathParam("id")
  UUID id;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Looked("what may be told after a campaign")
  @View("product/changes.html")
  public void edit() {
    models.put("campaign", campaigns.get(id));
    models.put("announcement", announcements.of(id).orElse(null));
    models.put("suggestions", suggestions());
    models.put("courses", Answered.Course.values());
    models.put("address", address.replaceFirst("/$", ""));
    models.put("mayWrite", caller.isUserInRole(Role.PRODUCT));
  }

  @POST
  @RolesAllowed(Role.PRODUCT)
  @CsrfProtected
  public Response add(
      @FormParam("said") String said,
      @FormParam("course") String course,
      @FormParam("because") String because,
      @FormParam("due") String due) {
    announcements.add(id, Answered.of(said, course, because, due));
    return back();
  }

  @POST
  @Path("lines/{line}")
  @RolesAllowed(Role.PRODUCT)
  @CsrfProtected
  public Response change(
      @PathParam("line") UUID line,
      @FormParam("go") String go,
      @FormParam("said") String said,
      @FormParam("course") String course,
      @FormParam("because") String because,
      @FormParam("due") String due) {
    if ("remove".equals(go)) announcements.remove(id, line);
    else announcements.change(id, line, Answered.of(said, course, because, due));
    return back();
  }

  @POST
  @Path("publication")
  @RolesAllowed(Role.PRODUCT)
  @CsrfProtected
  public Response publish() {
    announcements.publish(id);
    audit.record(me(), "published what is done about a campaign", campaigns.get(id).title());
    return back();
  }

  @POST
  @Path("corrections")
  @RolesAllowed(Role.PRODUCT)
  @CsrfProtected
  public Response correct(@FormParam("words") String words) {
    announcements.correct(id, words);
    audit.record(me(), "added to what is done about a campaign", campaigns.get(id).title());
    return back();
  }

  /** From the campaign's own reading, the newest take of it; none before it is done. */
  private List<Answered> suggestions() {
    return readings.done(LATEST).stream()
        .filter(reading -> id.equals(reading.campaign()))
        .findFirst()
        .map(this::suggestions)
        .orElse(List.of());
  }

  private List<Answered> suggestions(Reading reading) {
    return Suggestions.of(readings.findings(reading).readiness(), portfolio.of(reading));
  }

  private Response back() {
    return Response.seeOther(URI.create("/campaigns/" + id + "/changes")).build();
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
