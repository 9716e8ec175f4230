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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  @APIResponse(
      responseCode = "200",
      description = "A page; give `next` as `after` for the one that follows, until it is null",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value =
                          "{\"items\":[{\"key\":\"checkout\","
                              + "\"name\":\"Checkout\","
                              + "\"parent\":\"shop\","
                              + "\"kind\":\"team\","
                              + "\"people\":7,"
                              + "\"services\":[\"cart\"]}],"
                              + "\"next\":null}")))
  @APIResponse(responseCode = "422", description = "The limit is not from 1 to 100")
  public Page<TeamView> page(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return Page.of(teams.on(clock.instant()), TeamView::key, after, limit);
  }
}
