package plimsoll.catalog;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.mvc.View;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Where the teams are looked at, and where a catalog is imported by hand. */
@Controller
@RequestScoped
@Path("catalog")
public class CatalogPages {
  @Inject Imports imports;
  @Inject Teams teams;
  @Inject People people;
  @Inject Services services;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Models models;
  @Inject MvcContext mvc;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("catalog/catalog.html")
  public void overview(@QueryParam("after") String after) {
    show(after);
  }

  /** The token of the form is checked here, because the filter reads no form with files. */
  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @View("catalog/catalog.html")
  public void take(List<EntityPart> parts) throws IOException {
    var form = parts.stream().collect(toMap(EntityPart::getName, Function.identity(), (a, b) -> a));
    check(text(form, mvc.getCsrf().getName()));
    try {
      models.put("outcome", take(form));
    } catch (Refusal refusal) {
      models.put("refusal", refusal.getMessage());
      models.put("faults", refusal.faults());
    }
    show(null);
  }

  private void check(String token) {
    var ours = mvc.getCsrf().getToken().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(ours, token.getBytes(StandardCharsets.UTF_8))) {
      throw new ForbiddenException();
    }
  }

  private Outcome take(Map<String, EntityPart> form) throws IOException {
    var file = bytes(form, "file");
    var upload = new Upload(file.length > 0 ? file : bytes(form, "text"), Upload.Form.ANY);
    var listing = upload.listing();
    var complete = !text(form, "complete").isEmpty();
    var outcome = imports.take(listing, upload.source(), complete, clock.instant());
    audit.record(caller.getUserPrincipal().getName(), "imported a catalog", outcome.inWords());
    return outcome;
  }

  private static String text(Map<String, EntityPart> form, String name) throws IOException {
    return new String(bytes(form, name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Map<String, EntityPart> form, String name) throws IOException {
    var part = form.get(name);
    return part == null ? new byte[0] : part.getContent().readNBytes(Upload.BYTES_MAX + 1);
  }

  private void show(String after) {
    var now = clock.instant();
    var all = teams.on(now);
    models.put("page", Page.of(all, TeamView::key, after, null));
    models.put("after", after);
    models.put("teamCount", all.size());
    models.put("groups", groups(now));
    models.put("members", members(now));
    models.put("nobodys", services.unassigned(now));
    models.put("latest", imports.latest().orElse(null));
    models.put("address", address.replaceFirst("/$", ""));
  }

  /** Names of groups by key, such as departments. */
  private Map<String, String> groups(Instant now) {
    return teams.groups(now).stream().collect(toMap(TeamView::key, TeamView::name));
  }

  /** Names of people by team key. */
  private Map<String, List<String>> members(Instant now) {
    var members = new TreeMap<String, List<String>>();
    for (var person : people.on(now)) {
      for (var team : person.teams()) {
        members.computeIfAbsent(team, unused -> new ArrayList<>()).add(person.name());
      }
    }
    return members;
  }
}
