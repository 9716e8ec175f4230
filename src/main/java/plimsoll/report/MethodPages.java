package plimsoll.report;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How every number is worked out, for everybody: also for an engineer before she answers. */
@Controller
@RequestScoped
@Path("method")
public class MethodPages {
  static final String PATH = "/method";

  @Inject Models models;

  @GET
  @PermitAll
  @View("report/method.html")
  public void method() {
    models.put("method", MethodText.HTML);
  }
}
