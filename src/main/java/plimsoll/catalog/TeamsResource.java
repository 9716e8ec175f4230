package plimsoll.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import plimsoll.access.Role;

/** The teams as they stand. */
@RequestScoped
@Path("api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
public class TeamsResource {
  @Inject Teams teams;
  @Inject Clock clock;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "List the teams, by key")
  public Page<TeamView> page(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return Page.of(teams.on(clock.instant()), TeamView::key, after, limit);
  }
}
