package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Role;

/** The pasts that are brought in, for people. */
@Controller
@RequestScoped
@Path("delivery/backfills")
public class BackfillPages {
  @Inject Backfills backfills;
  @Inject Models models;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/backfills.html")
  public void backfills() {
    models.put("address", address + "api/v1/backfills");
    models.put("backfills", backfills.all(SentPast.KINDS.keySet()));
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response cancel(@PathParam("id") UUID id) {
    var sent = backfills.find(id, SentPast.KINDS.keySet());
    backfills.cancel(sent.id(), caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/delivery/backfills")).build();
  }
}
