package plimsoll.workload;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.pull.GitFolder;

/** What was read of each service, in which line of which file, and what is missing. */
@Controller
@RequestScoped
@Path("workloads")
public class WorkloadPages {
  @Inject Overview overview;
  @Inject WorkloadFiles files;
  @Inject Assignments assignments;
  @Inject LocalRepositories repositories;
  @Inject Models models;
  @Context SecurityContext caller;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("workload/workloads.html")
  public void all(@QueryParam("after") String after) {
    models.put("rows", overview.rows(after));
    models.put("after", after);
    models.put("nobodys", overview.nobodys());
    models.put("assignments", assignments.views());
    models.put("address", address);
    models.put("repositories", repositories.all());
    models.put("folder", repositories.folder().isPresent());
    models.put("local", repositories.folder().map(GitFolder::names).orElse(List.of()));
  }

  @POST
  @Path("repositories")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response begin(
      @FormParam("repository") String repository,
      @FormParam("branch") String branch,
      @FormParam("service") String service) {
    repositories.begin(repository, branch, service, caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/workloads#repositories")).build();
  }

  @POST
  @Path("repositories/end")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response endRepository(@FormParam("repository") String repository) {
    repositories.end(repository, caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/workloads#repositories")).build();
  }

  @GET
  @Path("{service}")
  @RolesAllowed({Role.ENGINEER, Role.PRODUCT, Role.LEADER, Role.ADMINISTRATOR})
  @View("workload/workload.html")
  public void one(@PathParam("service") String service) {
    models.put("sheet", overview.sheet(service));
    models.put("address", address);
  }

  @GET
  @Path("{service}/file")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @View("workload/file.html")
  public void file(
      @PathParam("service") String service,
      @QueryParam("origin") String origin,
      @QueryParam("path") String path) {
    var known = overview.service(service);
    if (path == null) throw Refusal.notFound("file");
    var file = files.find(known.key(), origin, path).orElseThrow(() -> Refusal.notFound("file"));
    models.put("service", known);
    models.put("file", file);
    models.put("lines", file.text().lines().limit(20_000).toList());
  }

  @POST
  @Path("assignments")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response assign(
      @FormParam("namespace") String namespace,
      @FormParam("name") String name,
      @FormParam("label") String label,
      @FormParam("service") String service) {
    assignments.say(namespace, name, label, service, caller.getUserPrincipal().getName());
    return back();
  }

  @POST
  @Path("assignments/{id}/end")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response end(@PathParam("id") UUID id) {
    assignments.end(id, caller.getUserPrincipal().getName());
    return back();
  }

  private static Response back() {
    return Response.seeOther(URI.create("/workloads#objects")).build();
  }
}
