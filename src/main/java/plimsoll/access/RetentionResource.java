package plimsoll.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Deleting what is beyond its time without waiting for the night. */
@RequestScoped
@Path("api/v1/retention/sweeps")
@Consumes(MediaType.WILDCARD)
public class RetentionResource {
  @Inject Retention retention;
  @Inject Audit audit;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @POST
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Deletes now what is beyond its time",
      description = "It is done once a day by itself. What was deleted stands in the audit log.")
  @APIResponse(responseCode = "204", description = "Done")
  public void sweep() {
    audit.record(caller.getUserPrincipal().getName(), "had what is beyond its time deleted", "");
    retention.sweep(clock.instant());
  }
}
