package plimsoll.catalog;

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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Where an administrator hands a person's data out, and erases it. */
@Controller
@RequestScoped
@Path("people")
public class PeoplePages {
  private static final int MOST = 50;

  @Inject PeopleRights rights;
  @Inject Models models;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @View("catalog/people.html")
  public void search(@QueryParam("with") String with) {
    var all = rights.all();
    var wanted = with == null ? "" : with.strip().toLowerCase(Locale.ROOT);
    var found = all.stream().filter(person -> fits(person, wanted)).limit(MOST + 1L).toList();
    models.put("with", wanted);
    models.put("known", all.size());
    models.put("people", found.subList(0, Math.min(MOST, found.size())));
    models.put("more", found.size() > MOST);
    models.put("most", MOST);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @View("catalog/person.html")
  public void one(@PathParam("id") UUID id) {
    models.put("person", find(id));
    models.put("stays", PeopleRights.STAYS);
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/erasure")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  @View("catalog/erased.html")
  public void erase(@PathParam("id") UUID id, @FormParam("sure") String sure) {
    var person = find(id);
    if (sure == null || !sure.strip().equals(person.key())) {
      throw Refusal.wrong("sure", "Type the person's key as it stands there. Nothing was erased.");
    }
    rights.erase(id, caller.getUserPrincipal().getName());
    models.put("stays", PeopleRights.STAYS);
  }

  private PeopleRights.Known find(UUID id) {
    return rights.all().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("person"));
  }

  private static boolean fits(PeopleRights.Known person, String wanted) {
    return List.of(person.name(), person.key(), String.valueOf(person.email())).stream()
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
