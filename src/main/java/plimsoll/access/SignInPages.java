package plimsoll.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sign in by name and password, and sign out. */
@Controller
@RequestScoped
@Path("/")
public class SignInPages {
  private static final int TWELVE_HOURS = 12 * 60 * 60;

  @Inject Accounts accounts;
  @Inject AccessTokens tokens;
  @Inject Audit audit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  @Path("sign-in")
  @PermitAll
  @View("access/sign-in.html")
  public void form(@QueryParam("next") String next) {
    models.put("next", local(next));
  }

  @POST
  @Path("sign-in")
  @PermitAll
  @CsrfProtected
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      @FormParam("name") String name,
      @FormParam("password") String password,
      @FormParam("next") String next) {
    int wait = accounts.secondsToWait(orEmpty(name).strip());
    if (wait > 0) {
      response.setHeader("Retry-After", String.valueOf(wait));
      return again(429, name, next);
    }
    var account = accounts.signIn(orEmpty(name).strip(), orEmpty(password));
    if (account.isEmpty()) {
      return again(401, name, next);
    }
    audit.record(account.get().name(), "signed in", "");
    var cookie = cookie(tokens.forBrowser(account.get()), TWELVE_HOURS);
    return Response.seeOther(URI.create(local(next))).cookie(cookie).build();
  }

  @POST
  @Path("sign-out")
  @PermitAll
  @CsrfProtected
  public Response signOut() {
    SignIn.cookie(request).ifPresent(tokens::end);
    return Response.seeOther(URI.create("/sign-in")).cookie(cookie("", 0)).build();
  }

  private Response again(int status, String name, String next) {
    models.put("next", local(next));
    models.put("name", name);
    models.put("refused", true);
    // The view is written before a status given with it would be.
    response.setStatus(status);
    return Response.ok("access/sign-in.html").build();
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(SignIn.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** Only a path of ours, so that no link to this page can lead elsewhere. */
  private static String local(String next) {
    var ours = next != null && next.matches("/[A-Za-z0-9_~%.-][A-Za-z0-9_~%./-]*");
    return ours ? next : "/";
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
