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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.catalog.SaidServices;
import plimsoll.catalog.SaidServices.Folder;
import plimsoll.catalog.ServiceView;
import plimsoll.catalog.Services;
import plimsoll.catalog.Teams;

/** The services whose events came: to whom they belong, and what people say of them. */
@Controller
@RequestScoped
@Path("delivery/services")
public class ServicePages {
  private static final int ROWS_MAX = 100;

  @Inject Services services;
  @Inject SaidServices said;
  @Inject SeenServices seen;
  @Inject Teams teams;
  @Inject Models models;
  @Inject Clock clock;
  @Context SecurityContext caller;

  /** Those that no team owns first, because their events count for no team. */
  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/services.html")
  public void all(@QueryParam("after") String after) {
    var all = services.on(clock.instant());
    var nobodys = all.stream().filter(one -> one.team() == null).toList();
    var owned =
        all.stream()
            .filter(one -> one.team() != null)
            .filter(one -> after == null || one.key().compareTo(after) > 0)
            .limit(ROWS_MAX + 1L)
            .toList();
    var shown = owned.subList(0, Math.min(ROWS_MAX, owned.size()));
    models.put("nobodysCount", nobodys.size());
    models.put("nobodys", nobodys.subList(0, Math.min(ROWS_MAX, nobodys.size())));
    models.put("owned", shown);
    models.put("ownedCount", all.size() - nobodys.size());
    models.put("after", after);
    models.put("next", owned.size() > ROWS_MAX ? shown.get(ROWS_MAX - 1).key() : null);
    models.put("seen", seen(nobodys, shown));
    models.put("notCounted", said.notCounted());
    putTeams();
  }

  private Map<String, SeenServices.Seen> seen(List<ServiceView> some, List<ServiceView> others) {
    var keys = new ArrayList<String>();
    some.stream().limit(ROWS_MAX).forEach(one -> keys.add(one.key()));
    others.forEach(one -> keys.add(one.key()));
    return seen.of(keys);
  }

  @GET
  @Path("{key}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/service.html")
  public void one(@PathParam("key") String key) {
    var sayings = said.of(key);
    var spans = services.ownerships().stream().filter(one -> one.service().equals(key)).toList();
    models.put("service", sayings);
    models.put("spans", spans);
    models.put(
        "located", services.parts().stream().filter(one -> one.service().equals(key)).toList());
    models.put("seen", seen.of(List.of(key)).get(key));
    models.put(
        "others",
        services.on(clock.instant()).stream()
            .map(ServiceView::key)
            .filter(one -> !one.equals(key))
            .toList());
    putTeams();
  }

  private void putTeams() {
    models.put("teams", teams.on(clock.instant()));
    models.put("groups", teams.groups(clock.instant()));
  }

  @POST
  @Path("{key}/owner")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response give(
      @PathParam("key") String key,
      @FormParam("team") String team,
      @FormParam("from") String from) {
    return change(key, by -> said.give(key, team, SaidServices.start(from), by));
  }

  @POST
  @Path("{key}/owner/end")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response takeAway(@PathParam("key") String key) {
    return change(key, by -> said.takeAway(key, by));
  }

  @POST
  @Path("{key}/sameness")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response same(@PathParam("key") String key, @FormParam("service") String other) {
    return change(key, by -> said.same(key, other == null ? "" : other.strip(), by));
  }

  @POST
  @Path("{key}/sameness/end")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response different(@PathParam("key") String key) {
    return change(key, by -> said.same(key, null, by));
  }

  @POST
  @Path("{key}/name")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response rename(@PathParam("key") String key, @FormParam("name") String name) {
    return change(key, by -> said.rename(key, name, by));
  }

  /** One folder a line, as "owner/name services/pay". */
  @POST
  @Path("{key}/parts")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response split(@PathParam("key") String key, @FormParam("parts") String parts) {
    var lines = parts == null ? List.<String>of() : parts.lines().map(String::strip).toList();
    var folders = lines.stream().filter(line -> !line.isEmpty()).map(ServicePages::folder).toList();
    return change(key, by -> said.split(key, folders, by));
  }

  private static Folder folder(String line) {
    var parts = line.split("\\s+", 2);
    if (parts.length < 2) {
      throw Refusal.wrong("parts", "Write the repository, a blank and the folder in each line.");
    }
    return new Folder(parts[0], parts[1]);
  }

  @POST
  @Path("{key}/absence")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response leaveOut(@PathParam("key") String key) {
    return change(key, by -> said.leaveOut(key, true, by));
  }

  @POST
  @Path("{key}/absence/end")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response takeIn(@PathParam("key") String key) {
    return change(key, by -> said.leaveOut(key, false, by));
  }

  private Response change(String key, Consumer<String> saying) {
    saying.accept(caller.getUserPrincipal().getName());
    return Response.seeOther(UriBuilder.fromPath("/delivery/services/{key}").build(key)).build();
  }
}
