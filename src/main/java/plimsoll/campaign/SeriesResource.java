package plimsoll.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Campaigns that are repeated, for clients; one is made by a campaign with {@code repeats}. */
@RequestScoped
@Path("api/v1/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
  @Inject AllSeries series;
  @Inject Audit audit;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "All series, the newest first")
  public List<SeriesView> all() {
    return series.all();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "One series: its next waves and those that have been")
  public SeriesView one(@PathParam("id") String id) {
    return series.get(id(id));
  }

  @POST
  @Path("{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Opens no wave until it goes on")
  public SeriesView pause(@PathParam("id") String id) {
    series.pause(id(id));
    return recorded("paused a series", id);
  }

  @POST
  @Path("{id}/continuation")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Goes on with the next wave to come")
  public SeriesView goOn(@PathParam("id") String id) {
    series.goOn(id(id), clock.instant());
    return recorded("let a series go on", id);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Ends a series for good; a wave that is open goes on to its own end")
  public SeriesView end(@PathParam("id") String id) {
    series.end(id(id));
    return recorded("ended a series", id);
  }

  private SeriesView recorded(String action, String id) {
    audit.record(caller.getUserPrincipal().getName(), action, id);
    return series.get(id(id));
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("series");
    }
  }
}
