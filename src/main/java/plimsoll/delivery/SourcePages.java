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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Role;
import plimsoll.delivery.source.PlimsollSource;
import plimsoll.delivery.source.Setting;
import plimsoll.json.Json;

/** Where events come from: each source with its address, its steps, and what it delivered. */
@Controller
@RequestScoped
@Path("delivery/sources")
public class SourcePages {
  private static final int RECEIPTS_MAX = 20;

  @Inject Sources sources;
  @Inject SourceSecrets secrets;
  @Inject SourceSettings settings;
  @Inject Deliveries deliveries;
  @Inject Rereadings rereadings;
  @Inject Models models;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/sources.html")
  public void all() {
    var keys = sources.all().stream().map(one -> one.key());
    models.put(
        "sources",
        Stream.concat(Stream.of(PlimsollSource.KEY), keys).map(key -> view(key, 1)).toList());
  }

  @GET
  @Path("{source}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/source.html")
  public void one(@PathParam("source") String key) {
    models.put("source", view(key, RECEIPTS_MAX));
  }

  @POST
  @Path("{source}/secret")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response setSecret(@PathParam("source") String key, @FormParam("secret") String secret) {
    secrets.set(sources.find(key).key(), secret, by());
    return again(key);
  }

  @POST
  @Path("{source}/settings")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response say(@PathParam("source") String key, MultivaluedMap<String, String> form) {
    var source = sources.find(key);
    var said = new HashMap<String, String>();
    for (Setting one : source.settings()) {
      var text = form.getFirst(one.key());
      // Browsers end the lines of a form with two characters.
      if (text != null) said.put(one.key(), text.replace("\r\n", "\n"));
    }
    settings.set(source, said, by());
    return again(key);
  }

  /** Shows what would become of a delivery; it is read, but not stored. */
  @POST
  @Path("{source}/trial")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  @View("delivery/source.html")
  public void trial(@PathParam("source") String key) {
    models.put("trial", sources.tryOut(key));
    models.put("source", view(key, RECEIPTS_MAX));
  }

  /** Has what is kept read again, by what is said of the source now. */
  @POST
  @Path("{source}/rereading")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response readAgain(@PathParam("source") String key) {
    rereadings.begin(sources.find(key).key(), by());
    return again(key);
  }

  /** What is kept of a delivery, without people. */
  @GET
  @Path("{source}/deliveries/{id}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("delivery/sent.html")
  public void sent(@PathParam("source") String key, @PathParam("id") UUID id) {
    models.put("key", key);
    models.put("body", Json.indented(deliveries.sent(key, id)));
  }

  private SourceView view(String key, int receipts) {
    var latest = deliveries.latest(key, receipts);
    if (key.equals(PlimsollSource.KEY)) return SourceView.ofScripts(address, latest);
    var source = sources.find(key);
    return SourceView.of(
        source,
        address,
        !secrets.of(key).isEmpty(),
        settings.of(key),
        rereadings.all().stream().filter(one -> one.source().equals(key)).findFirst().orElse(null),
        latest);
  }

  private String by() {
    return caller.getUserPrincipal().getName();
  }

  private static Response again(String key) {
    return Response.seeOther(URI.create("/delivery/sources/" + key)).build();
  }
}
