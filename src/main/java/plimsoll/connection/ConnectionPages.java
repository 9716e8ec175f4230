package plimsoll.connection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.View;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.BeanParam;
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
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Where an administrator connects live systems and sees how they are. */
@Controller
@RequestScoped
@Path("connections")
public class ConnectionPages {
  @Inject Connections connections;
  @Inject Models models;
  @Context SecurityContext caller;

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @View("connection/connections.html")
  public void all() {
    models.put("connections", connections.all().stream().map(ConnectionView::of).toList());
  }

  @POST
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response add(@BeanParam Form form) {
    connections.add(form.wanted(), who());
    return back();
  }

  /** What the form of any kind sends; those of other kinds are missing. */
  public static class Form {
    @FormParam("kind")
    String kind;

    @FormParam("name")
    String name;

    @FormParam("address")
    String address;

    @FormParam("namespaces")
    String namespaces;

    @FormParam("ca")
    String ca;

    @FormParam("inCluster")
    String inCluster;

    @FormParam("filter")
    String filter;

    @FormParam("minutes")
    String minutes;

    @FormParam("token")
    String token;

    @FormParam("kubeconfig")
    String kubeconfig;

    Wanted wanted() {
      return new Wanted(
          kind,
          name,
          address,
          namespaces == null ? List.of() : List.of(namespaces.split("[\\s,]+")),
          ca,
          inCluster != null,
          filter,
          number(),
          token,
          null,
          null,
          kubeconfig);
    }

    private Integer number() {
      if (minutes == null || minutes.isBlank()) return null;
      if (!minutes.strip().matches("\\d{1,5}")) {
        throw Refusal.wrong("/minutes", "It is looked at every 1 to 1440 minutes.");
      }
      return Integer.valueOf(minutes.strip());
    }
  }

  @POST
  @Path("{id}/refresh")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response refresh(@PathParam("id") UUID id) {
    connections.refresh(id, who());
    return back();
  }

  @POST
  @Path("{id}/stop")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response stop(@PathParam("id") UUID id) {
    connections.stop(id, who());
    return back();
  }

  @POST
  @Path("{id}/credential")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response replaceCredential(
      @PathParam("id") UUID id,
      @FormParam("token") String token,
      @FormParam("kubeconfig") String kubeconfig) {
    connections.replaceCredential(id, new Wanted.Secret(token, null, null, kubeconfig), who());
    return back();
  }

  @POST
  @Path("{id}/removal")
  @RolesAllowed(Role.ADMINISTRATOR)
  @CsrfProtected
  public Response remove(@PathParam("id") UUID id) {
    connections.remove(id, who());
    return back();
  }

  private static Response back() {
    return Response.seeOther(URI.create("/connections")).build();
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
