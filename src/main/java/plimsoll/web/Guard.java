package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;

/**
 * Lets in whom an endpoint names. An endpoint that names nobody lets nobody in, so that a forgotten
 * annotation closes a door instead of opening it.
 */
@Provider
public class Guard implements DynamicFeature {
  @Override
  public void configure(ResourceInfo endpoint, FeatureContext context) {
    if (!endpoint.getResourceClass().getName().startsWith("plimsoll.")) {
      return;
    }
    var method = endpoint.getResourceMethod();
    if (!method.isAnnotationPresent(PermitAll.class)) {
      var roles = method.getAnnotation(RolesAllowed.class);
      context.register(
          new Door(roles == null ? Set.of() : Set.copyOf(Arrays.asList(roles.value()))));
    }
  }

  /** Before the server's own check of roles, which knows no page to sign in on. */
  @Priority(Priorities.AUTHORIZATION - 1)
  private record Door(Set<String> roles) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      var caller = request.getSecurityContext();
      if (caller.getUserPrincipal() == null) {
        turnAway(request);
      } else if (roles.stream().noneMatch(caller::isUserInRole)) {
        throw new ForbiddenException();
      }
    }

    private static void turnAway(ContainerRequestContext request) {
      var path = request.getUriInfo().getPath();
      if (Faults.forClients(path) || !request.getMethod().equals("GET")) {
        throw new NotAuthorizedException("Bearer realm=\"plimsoll\"");
      }
      var next = request.getUriInfo().getRequestUri().getRawPath();
      var signIn = UriBuilder.fromPath("/sign-in").queryParam("next", next).build();
      request.abortWith(Response.seeOther(signIn).build());
    }
  }
}
