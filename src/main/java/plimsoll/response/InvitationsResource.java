package plimsoll.response;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import plimsoll.campaign.Invitations;

/** Answering for other clients than our own page. The link's token is the only credential. */
@RequestScoped
@Path("api/v1/invitations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationsResource {
  @Inject Links links;
  @Inject Drafts drafts;
  @Inject Ballots ballots;
  @Inject Invitations invitations;

  /** What is asked, by whom, until when, who will see what, and what was saved. */
  public record InvitationView(
      String title,
      String purpose,
      int minutes,
      String askedBy,
      String team,
      Instant opensAt,
      Instant closesAt,
      int minimumGroup,
      boolean submitted,
      List<String> whoSeesWhat,
      String limits,
      List<Form.Step> steps,
      Map<String, Object> answers) {}

  @GET
  @PermitAll
  @Operation(summary = "What a personal link asks, and what was saved behind it")
  public InvitationView form(@PathParam("token") String token) {
    var link = links.find(token);
    var form = Form.of(link, token);
    var campaign = link.campaign();
    return new InvitationView(
        form.title(),
        form.purpose(),
        link.survey().minutes(),
        campaign.askedBy(),
        campaign.nameOf(link.seat().team()),
        campaign.opensAt(),
        campaign.closesAt(),
        campaign.minimumGroup(),
        link.seat().submitted(),
        promise(link),
        Promise.limits(),
        form.steps(),
        drafts.of(token));
  }

  @PUT
  @Path("draft")
  @PermitAll
  @Operation(
      summary = "Saves unfinished answers: {\"answers\": {\"D1a\": 3, \"D1b\": \"no-basis\"}}")
  public void save(@PathParam("token") String token, InputStream body) {
    drafts.save(token, AnswersBody.read(body));
  }

  @POST
  @Path("submission")
  @PermitAll
  @Operation(summary = "Sends the answers, once and for good")
  public Response submit(@PathParam("token") String token, InputStream body) {
    ballots.submit(token, AnswersBody.read(body));
    return Response.status(Response.Status.CREATED).entity(Map.of("submitted", true)).build();
  }

  private List<String> promise(Links.Link link) {
    var campaign = link.campaign();
    var count = invitations.counts(campaign.id()).get(link.seat().team());
    return Promise.of(campaign, campaign.nameOf(link.seat().team()), count.invited());
  }
}
