package plimsoll.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The record of who did and looked at what, for clients. */
@RequestScoped
@Path("api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  private static final int PAGE = 100;

  @Inject Audit audit;

  /**
   * A page of the record.
   *
   * @param next what to give as {@code after} for the page that follows; null on the last
   */
  public record AuditPage(List<AuditView> items, Long next) {}

  @GET
  @RolesAllowed({Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("the audit log by API")
  @Operation(summary = "Who did what and looked at what, the oldest first, 100 a page")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = AuditPage.class)))
  @APIResponse(responseCode = "422", description = "`after` is no number")
  public AuditPage all(@QueryParam("after") String after) {
    var items = audit.after(number(after), PAGE).stream().map(AuditView::of).toList();
    return new AuditPage(items, items.size() < PAGE ? null : items.get(PAGE - 1).number());
  }

  @GET
  @Path("check")
  @RolesAllowed({Role.COUNCIL, Role.ADMINISTRATOR})
  @Looked("the check of the audit log")
  @Operation(
      summary = "Whether each entry of the record still fits the one before",
      description =
          "Finds entries that were changed or taken out. Who can write to the database and works"
              + " out all later hashes anew is found only by comparing with a number and its hash"
              + " that were noted elsewhere before.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = AuditCheck.Finding.class)))
  @APIResponse(responseCode = "422", description = "`number` or `hash` is neither empty nor right")
  public AuditCheck.Finding check(
      @QueryParam("number") String number, @QueryParam("hash") String hash) {
    return audit.check(AuditCheck.Noted.of(number, hash));
  }

  static long number(String text) {
    if (text == null || text.isBlank()) return 0;
    if (!text.matches("\\d{1,18}")) throw Refusal.wrong("/after", "Give the number of an entry.");
    return Long.parseLong(text);
  }
}
