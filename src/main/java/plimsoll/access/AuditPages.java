package plimsoll.access;

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
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Where the engineers' council reads who looked at what, and checks that nothing was taken out. */
@Controller
@RequestScoped
@Path("audit")
public class AuditPages {
  private static final int PAGE = 500;

  @Inject Audit audit;
  @Inject Models models;

  @GET
  @RolesAllowed({Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("the audit log")
  @View("access/audit.html")
  public void all(@QueryParam("before") String before) {
    long number = AuditResource.number(before);
    show(number == 0 ? Long.MAX_VALUE : number);
  }

  @POST
  @Path("check")
  @RolesAllowed({Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("the check of the audit log")
  @CsrfProtected
  @View("access/audit.html")
  public void check(@FormParam("number") String number, @FormParam("hash") String hash) {
    models.put("finding", audit.check(AuditCheck.Noted.of(number, hash)));
    show(Long.MAX_VALUE);
  }

  private void show(long before) {
    List<AuditView> entries = audit.before(before, PAGE).stream().map(AuditView::of).toList();
    models.put("entries", entries);
    models.put("older", entries.size() < PAGE ? null : entries.get(PAGE - 1).number());
    models.put("minutes", Audit.SAME_LOOK.toMinutes());
  }
}
