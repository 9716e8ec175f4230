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

/** The services as they stand, with the teams that own them. */
@RequestScoped
@Path("api/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {
  @Inject Services services;
  @Inject Clock clock;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @Operation(summary = "List the services with their owners, by key")
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
                          "{\"items\":[{\"key\":\"cart\","
                              + "\"name\":\"Cart\","
                              + "\"kind\":\"service\","
                              + "\"lifecycle\":\"production\","
                              + "\"system\":\"shop\","
                              + "\"team\":\"checkout\","
                              + "\"location\":null}],"
                              + "\"next\":\"cart\"}")))
  @APIResponse(responseCode = "422", description = "The limit is not from 1 to 100")
  public Page<ServiceView> page(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return Page.of(services.on(clock.instant()), ServiceView::key, after, limit);
  }
}
