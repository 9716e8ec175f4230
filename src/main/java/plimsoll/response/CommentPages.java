package plimsoll.response;

import static java.util.stream.Collectors.toSet;

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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plimsoll.access.Audit;
import plimsoll.access.Looked;
import plimsoll.access.Role;
import plimsoll.campaign.Campaigns;

/** What people wrote in own words: reviewed here, and read here once it was let through. */
@Controller
@RequestScoped
@Path("campaigns/{id: [0-9a-f-]{36}}/comments")
public class CommentPages {
  private static final String SHOW = "show";

  @Inject Remarks remarks;
  @Inject Campaigns campaigns;
  @Inject Audit audit;
  @Inject Models models;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("comments")
  @View("response/comments.html")
  public void all(@PathParam("id") UUID id) {
    boolean reviews = caller.isUserInRole(Role.PRODUCT) || caller.isUserInRole(Role.COUNCIL);
    models.put("campaign", campaigns.get(id));
    models.put("topics", remarks.topics(id));
    models.put("reviews", reviews);
    var toReview = reviews ? remarks.toReview(id) : Map.<String, List<Remarks.Waiting>>of();
    models.put("toReview", toReview);
    models.put("unread", unread(toReview));
  }

  /** Items of which a reviewer has not decided on all. */
  private static Set<String> unread(Map<String, List<Remarks.Waiting>> toReview) {
    return toReview.values().stream()
        .flatMap(List::stream)
        .filter(Remarks.Waiting::undecided)
        .map(Remarks.Waiting::item)
        .collect(toSet());
  }

  @POST
  @Path("{comment}")
  @RolesAllowed({Role.PRODUCT, Role.COUNCIL})
  @CsrfProtected
  public Response review(
      @PathParam("id") UUID id,
      @PathParam("comment") UUID comment,
      @FormParam("go") String go,
      @FormParam("words") String words) {
    boolean show = SHOW.equals(go);
    remarks.review(id, comment, show ? String.valueOf(words) : null);
    audit.record(
        caller.getUserPrincipal().getName(),
        show ? "let a comment through" : "left a comment out",
        "/campaigns/" + id + "/comments");
    return Response.seeOther(URI.create("/campaigns/" + id + "/comments#c" + comment)).build();
  }
}
