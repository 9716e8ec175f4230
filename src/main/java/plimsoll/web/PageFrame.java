package plimsoll.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.mvc.event.BeforeControllerEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import plimsoll.access.Role;

/** Gives every page what its frame shows: who is signed in, and the token of its forms. */
@ApplicationScoped
public class PageFrame {
  @Inject Models models;
  @Inject MvcContext mvc;
  @Inject HttpServletRequest request;

  void fill(@Observes BeforeControllerEvent event) {
    models.put("path", request.getRequestURI());
    models.put("csrfName", mvc.getCsrf().getName());
    models.put("csrfToken", mvc.getCsrf().getToken());
    var caller = request.getUserPrincipal();
    if (caller != null) {
      models.put("caller", caller.getName());
      models.put("roles", roles());
      models.put("results", roles().stream().anyMatch(role -> !role.equals(Role.COUNCIL)));
    }
  }

  private List<String> roles() {
    return Role.ALL.stream().filter(request::isUserInRole).toList();
  }
}
