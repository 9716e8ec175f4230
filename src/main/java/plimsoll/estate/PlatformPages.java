package plimsoll.estate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Looked;
import plimsoll.access.Role;
import plimsoll.delivery.FigureWords;

/** The platform's use for people. */
@Controller
@RequestScoped
@Path("platform")
public class PlatformPages {
  @Inject Platforms platforms;
  @Inject Models models;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @GET
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("estate/platform.html")
  @Looked("the platform's figures")
  public void platform() {
    models.put("platform", platforms.now());
    models.put("words", new PlatformWords());
    models.put("figures", new FigureWords());
    models.put("address", address);
  }

  /** What the figures of self-service were counted from. */
  @GET
  @Path("requests")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("estate/requests.html")
  @Looked("requests to the platform")
  public void requests() {
    models.put("requests", platforms.requests());
    models.put("most", RequestView.MOST);
  }
}
