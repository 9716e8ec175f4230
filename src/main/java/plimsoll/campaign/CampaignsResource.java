package plimsoll.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Audit;
import plimsoll.access.Looked;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Campaigns for clients. */
@RequestScoped
@Path("api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CampaignsResource {
  private static final int PAGE = 100;

  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Turnout turnout;
  @Inject Closing closing;
  @Inject LinkList links;
  @Inject CampaignLetters letters;
  @Inject AllSeries series;
  @Inject Audit audit;
  @Inject Clock clock;
  @Context SecurityContext caller;

  /**
   * A page of campaigns.
   *
   * @param next what to give as {@code after} for the page that follows; null on the last
   */
  public record CampaignPage(List<Progress> items, UUID next) {}

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary =
          "Makes a campaign; nobody is invited yet. With `repeats` it makes a series, whose waves open"
              + " and invite by themselves")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Plan.class),
              examples =
                  @ExampleObject(
                      name = "two weeks for one team",
                      value =
                          "{\"survey\":\"quarterly\",\"teams\":[\"checkout\"],\"opensAt\":\"2026-12-01T08:00:00Z\",\"closesAt\":\"2026-12-15T17:00:00Z\",\"minimumGroup\":5}")))
  @APIResponse(
      responseCode = "201",
      description = "Made; `Location` tells where",
      content = @Content(schema = @Schema(implementation = Progress.class)))
  public Response open(Plan plan) {
    if (plan.repeats() != null) return repeated(plan);
    var campaign = campaigns.open(plan, clock.instant());
    audit.record(me(), "made a campaign", campaign.title());
    return Response.created(URI.create("/api/v1/campaigns/" + campaign.id()))
        .entity(progress(campaign))
        .build();
  }

  private Response repeated(Plan plan) {
    var made = series.make(plan, clock.instant());
    audit.record(me(), "made a series", made.survey());
    return Response.created(URI.create("/api/v1/series/" + made.id())).entity(made).build();
  }

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "All campaigns, the latest opening first, 100 a page")
  @Looked("all campaigns' progress by API")
  public CampaignPage all(@QueryParam("after") String after) {
    var all = campaigns.all();
    int from =
        after == null ? 0 : all.stream().map(CampaignView::id).toList().indexOf(id(after)) + 1;
    var page = all.stream().skip(from).limit(PAGE).toList();
    var next = all.size() > from + PAGE ? page.get(page.size() - 1).id() : null;
    return new CampaignPage(page.stream().map(this::progress).toList(), next);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "How far a campaign is; of teams only bands")
  @Looked("a campaign's progress by API")
  public Progress one(@PathParam("id") String id) {
    return progress(campaigns.get(id(id)));
  }

  @POST
  @Path("{id}/invitations")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Invites everybody of the teams who was not invited yet")
  @APIResponse(responseCode = "410", description = "The campaign is closed")
  @APIResponse(
      responseCode = "200",
      description = "Whom this round reached",
      content = @Content(schema = @Schema(implementation = Invitations.Round.class)))
  public Invitations.Round invite(@PathParam("id") String id) {
    var round = invitations.invite(id(id), clock.instant());
    audit.record(me(), "invited " + round.invited() + " people", id);
    return round;
  }

  @GET
  @Path("{id}/links.csv")
  @Produces("text/csv; charset=UTF-8")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "One link for each person, where no mail is set up")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples =
                  @ExampleObject(
                      name = "so",
                      value =
                          "team,name,email,link\nCheckout,Ada,ada@example.org,https://plimsoll.example.org/s/AbCdEfGhIjKlMnOpQrStUv\n")))
  @APIResponse(
      responseCode = "403",
      description = "Not an administrator, or invitations go by mail")
  @APIResponse(
      responseCode = "410",
      description = "The campaign is closed, and its links are destroyed")
  public Response links(@PathParam("id") String id) {
    var csv = links.csv(id(id));
    audit.record(me(), "took the list of links", id);
    return Response.ok(csv)
        .header("Content-Disposition", "attachment; filename=\"links.csv\"")
        .build();
  }

  @GET
  @Path("{id}/unreached")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Looked("whom a campaign's letters could not reach")
  @Operation(summary = "Whom its letters could not reach, and why; until a week after closing")
  public List<CampaignLetters.Unreached> unreached(@PathParam("id") String id) {
    return letters.unreached(campaigns.get(id(id)).id());
  }

  @POST
  @Path("{id}/closure")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Closes a campaign for good and has a reading taken")
  @APIResponse(responseCode = "409", description = "It is closed already")
  @APIResponse(
      responseCode = "200",
      description = "The campaign as it closed",
      content = @Content(schema = @Schema(implementation = Progress.class)))
  public Progress close(@PathParam("id") String id) {
    var closed = closing.close(id(id));
    audit.record(me(), "closed a campaign", closed.title());
    return progress(closed);
  }

  private Progress progress(CampaignView campaign) {
    return turnout.progress(campaign, clock.instant());
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("campaign");
    }
  }
}
