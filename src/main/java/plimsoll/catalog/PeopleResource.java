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

/** The people, for those who invite them. */
@RequestScoped
@Path("api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
  @Inject People people;
  @Inject Clock clock;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "List the people with their teams, by key")
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
                          "{\"items\":[{\"id\":\"0b1f6a50-8a0e-4f0e-9b46-0d5b6f1c2a77\","
                              + "\"key\":\"ada\","
                              + "\"name\":\"Ada\","
                              + "\"email\":\"ada@example.org\","
                              + "\"teams\":[\"checkout\"]}],"
                              + "\"next\":null}")))
  @APIResponse(responseCode = "422", description = "The limit is not from 1 to 100")
  public Page<PersonView> page(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return Page.of(people.on(clock.instant()), PersonView::key, after, limit);
  }
}
