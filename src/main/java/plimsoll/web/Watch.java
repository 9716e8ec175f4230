package plimsoll.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import plimsoll.access.Audit;
import plimsoll.access.AuditEntry;
import plimsoll.access.Looked;
import plimsoll.access.SignIn;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/**
 * Records each look at a slice of people's results, before it is shown: what can't be recorded is
 * not shown. Refusals show nothing and are not recorded.
 */
@Provider
public class Watch implements DynamicFeature {
  @Inject Audit audit;
  @Inject Readings readings;
  @Context HttpServletRequest request;

  @Override
  public void configure(ResourceInfo endpoint, FeatureContext context) {
    var looked = endpoint.getResourceMethod().getAnnotation(Looked.class);
    if (looked != null) context.register(new Eye("looked at " + looked.value()));
  }

  private final class Eye implements ContainerResponseFilter {
    private final String action;

    Eye(String action) {
      this.action = action;
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
      var caller = asked.getSecurityContext().getUserPrincipal();
      if (caller == null || answer.getStatusInfo().getFamily() != Family.SUCCESSFUL) return;
      var who = new AuditEntry.Who(caller.getName(), SignIn.client(request));
      audit.look(who, action, named(asked.getUriInfo().getPath()));
    }
  }

  /** The path, with the reading's own id where only the latest was asked for. */
  private String named(String path) {
    var plain = path.startsWith("/") ? path : "/" + path;
    if (plain.equals("/")) return "/readings/" + latest();
    return plain.replaceFirst("^/api/v1/readings/latest(?=/)", "/api/v1/readings/" + latest());
  }

  private String latest() {
    return readings.latest().map(Reading::id).map(Object::toString).orElse("latest");
  }
}
