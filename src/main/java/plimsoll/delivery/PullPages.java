package plimsoll.delivery;

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
import plimsoll.access.Role;
import plimsoll.catalog.SaidServices;
import plimsoll.delivery.pull.GitFolder;

/** Where an administrator has the past of repositories fetched. */
@Controller
@RequestScoped
@Path("delivery/pulls")
public class PullPages {
  @Inject Pulls pulls;
  @Inject Backfills backfills;
  @Inject Models models;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @View("delivery/pulls.html")
  public void all() {
    models.put("pulls", pulls.all());
    models.put("folder", pulls.gitFolder().isPresent());
    models.put("local", pulls.gitFolder().map(GitFolder::names).orElse(List.of()));
  }

  @POST
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response begin(
      @FormParam("kind") String kind,
      @FormParam("address") String address,
      @FormParam("repositories") String repositories,
      @FormParam("from") String from,
      @FormParam("until") String until,
      @FormParam("token") String token,
      @FormParam("service") String service,
      @FormParam("tags") String tags) {
    var names = repositories == null ? List.<String>of() : repositories.lines().toList();
    pulls.begin(
        new Pulls.Asked(
            kind,
            address,
            names,
            SaidServices.start(from),
            SaidServices.start(until),
            token,
            service,
            tags),
        caller.getUserPrincipal().getName());
    return back();
  }

  @POST
  @Path("{id}/resumption")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response goOn(@PathParam("id") UUID id, @FormParam("token") String token) {
    pulls.goOn(id, token, caller.getUserPrincipal().getName());
    return back();
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response cancel(@PathParam("id") UUID id) {
    backfills.cancel(id, caller.getUserPrincipal().getName());
    return back();
  }

  private static Response back() {
    return Response.seeOther(URI.create("/delivery/pulls")).build();
  }
}
