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
  public Page<PersonView> page(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return Page.of(people.on(clock.instant()), PersonView::key, after, limit);
  }
}
