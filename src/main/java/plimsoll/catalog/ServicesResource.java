package plimsoll.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Role;

/** The services as they stand, with the teams that own them. */
@RequestScoped
@Path("api/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {
  @Inject Services services;
  @Inject SaidServices said;
  @Inject Clock clock;
  @Context SecurityContext caller;

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

  @GET
  @Path("{key}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "What people said of a service here")
  @APIResponse(
      responseCode = "200",
      description = "What holds of it, whatever a catalog says",
      content = @Content(schema = @Schema(implementation = SaidServices.Sayings.class)))
  @APIResponse(responseCode = "404", description = "There is no such service")
  public SaidServices.Sayings one(@PathParam("key") String key) {
    return said.of(key);
  }

  @PUT
  @Path("{key}/owner")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Give a service to a team",
      description =
          "It holds from the day on, in UTC, or for all time where none is named; what was before"
              + " that day stays as it was. Imports of a catalog do not change it.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewOwner.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value = "{\"team\":\"checkout\",\"from\":\"2026-03-01\"}")))
  @APIResponse(responseCode = "204", description = "Given")
  @APIResponse(responseCode = "404", description = "There is no such service")
  @APIResponse(responseCode = "422", description = "There is no such team, or the day lies ahead")
  public void give(@PathParam("key") String key, NewOwner wanted) {
    said.give(key, wanted.team(), SaidServices.start(wanted.from()), who());
  }

  @DELETE
  @Path("{key}/owner")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Take a service from its team",
      description = "From now on nobody owns it, until a catalog names an owner again.")
  @APIResponse(responseCode = "204", description = "Taken away")
  @APIResponse(responseCode = "404", description = "There is no such service")
  public void takeAway(@PathParam("key") String key) {
    said.takeAway(key, who());
  }

  @PUT
  @Path("{key}/sameness")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Say that a service is another one",
      description =
          "The events of the service, those of the past too, count for the other one. DELETE undoes"
              + " it.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Same.class),
              examples = @ExampleObject(name = "so", value = "{\"service\":\"cart\"}")))
  @APIResponse(responseCode = "204", description = "They are one")
  @APIResponse(responseCode = "404", description = "There is no such service")
  @APIResponse(responseCode = "422", description = "The other one counts for a third, or is itself")
  public void same(@PathParam("key") String key, Same wanted) {
    said.same(key, Objects.requireNonNullElse(wanted.service(), ""), who());
  }

  @DELETE
  @Path("{key}/sameness")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Undo that a service is another one")
  @APIResponse(responseCode = "204", description = "It is itself again")
  @APIResponse(responseCode = "404", description = "There is no such service")
  public void different(@PathParam("key") String key) {
    said.same(key, null, who());
  }

  @PUT
  @Path("{key}/name")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Rename a service",
      description = "Its key stays. An empty name gives it the one of the catalog back.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewName.class),
              examples = @ExampleObject(name = "so", value = "{\"name\":\"Cart\"}")))
  @APIResponse(responseCode = "204", description = "Renamed")
  @APIResponse(responseCode = "404", description = "There is no such service")
  @APIResponse(responseCode = "422", description = "It is longer than 300 letters")
  public void rename(@PathParam("key") String key, NewName wanted) {
    said.rename(key, wanted.name(), who());
  }

  @PUT
  @Path("{key}/parts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Say which folders of repositories a service is",
      description =
          "Its deployments then bring only changes that touch them. It replaces what was said"
              + " before; with none, what the catalog says of its place holds again.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Parts.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value =
                          "{\"parts\":[{\"repository\":\"acme/shop\",\"folder\":\"services/pay\"}]}")))
  @APIResponse(responseCode = "204", description = "Said")
  @APIResponse(responseCode = "404", description = "There is no such service")
  @APIResponse(responseCode = "422", description = "One of them is no folder")
  public void split(@PathParam("key") String key, Parts wanted) {
    said.split(key, Objects.requireNonNullElse(wanted.parts(), List.of()), who());
  }

  @PUT
  @Path("{key}/absence")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Leave a service out",
      description = "Its events are kept and count for nobody. DELETE takes it in again.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "so", value = "{}")))
  @APIResponse(responseCode = "204", description = "Left out")
  @APIResponse(responseCode = "404", description = "There is no such service")
  public void leaveOut(@PathParam("key") String key) {
    said.leaveOut(key, true, who());
  }

  @DELETE
  @Path("{key}/absence")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Take a service in again")
  @APIResponse(responseCode = "204", description = "It counts again")
  @APIResponse(responseCode = "404", description = "There is no such service")
  public void takeIn(@PathParam("key") String key) {
    said.leaveOut(key, false, who());
  }

  /**
   * @param team its key
   * @param from a day such as 2026-03-01; null for all time
   */
  public record NewOwner(String team, String from) {}

  /**
   * @param service key of the one for which the events count
   */
  public record Same(String service) {}

  /**
   * @param name null or blank for the catalog's
   */
  public record NewName(String name) {}

  public record Parts(List<SaidServices.Folder> parts) {}

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
