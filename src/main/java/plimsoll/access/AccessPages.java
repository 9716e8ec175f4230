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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where an administrator manages accounts and tokens. */
@Controller
@RequestScoped
@Path("access")
@RolesAllowed(Role.ADMINISTRATOR)
public class AccessPages {
  @Inject Accounts accounts;
  @Inject AccessTokens tokens;
  @Inject Clients clients;
  @Inject Audit audit;
  @Inject Models models;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @View("access/access.html")
  public void overview() {
    models.put("accounts", accounts.all());
    models.put("tokens", tokens.ofClients());
    models.put("allRoles", Role.ALL);
    models.put("scopes", Clients.SCOPES);
  }

  @POST
  @Path("accounts")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response addAccount(
      @FormParam("name") String name,
      @FormParam("displayName") String displayName,
      @FormParam("password") String password,
      @FormParam("roles") List<String> roles) {
    var wanted = new NewAccount(name, displayName, password, roles).checked();
    accounts.add(wanted.name(), wanted.displayName(), wanted.password(), wanted.roles());
    return done("added the account", wanted.name());
  }

  @POST
  @Path("accounts/{id}/lockout")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response shutOut(@PathParam("id") UUID id) {
    accounts.setEnabled(id, false);
    return done("shut out an account", id.toString());
  }

  @POST
  @Path("accounts/{id}/admission")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response admit(@PathParam("id") UUID id) {
    accounts.setEnabled(id, true);
    return done("let an account in again", id.toString());
  }

  @POST
  @Path("tokens")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  @View("access/token.html")
  public void addToken(
      @FormParam("label") String label,
      @FormParam("scopes") List<String> scopes,
      @FormParam("days") Integer days) {
    var made = clients.add(me(), new Clients.NewToken(label, scopes, days));
    models.put("token", made.token());
    models.put("label", made.label());
  }

  @POST
  @Path("tokens/{id}/end")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response endToken(@PathParam("id") UUID id) {
    tokens.end(id);
    return done("ended a token", id.toString());
  }

  private Response done(String action, String target) {
    audit.record(me(), action, target);
    return Response.seeOther(URI.create("/access")).build();
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
