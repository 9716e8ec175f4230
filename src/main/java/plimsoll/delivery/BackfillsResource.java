package plimsoll.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.catalog.Problem;
import plimsoll.delivery.source.PlimsollSource;

/** Pasts of any length, in our own form. */
@RequestScoped
@Path("api/v1/backfills")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillsResource {
  private static final int NAME_MAX = 300;

  @Inject Backfills backfills;
  @Inject SentPast past;
  @Inject Clock clock;
  @Context SecurityContext caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Begin a backfill",
      description =
          "For a past that is longer than one delivery takes. Send its lines to the address in"
              + " Location, with /content behind it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewBackfill.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value =
                          "{\"source\":\"plimsoll\",\"format\":\"ndjson\",\"name\":\"2025 from our"
                              + " pipeline\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Begun; its address is in Location",
      content = @Content(schema = @Schema(implementation = BackfillView.class)))
  public Response begin(NewBackfill wanted) {
    refuseWrong(wanted);
    var by = caller.getUserPrincipal().getName();
    var made =
        backfills.add(
            new Backfill(
                wanted.format(),
                PlimsollSource.KEY,
                wanted.name().strip(),
                "{}",
                by,
                clock.instant()));
    return Response.created(URI.create("api/v1/backfills/" + made.id()))
        .entity(BackfillView.of(made))
        .build();
  }

  private static void refuseWrong(NewBackfill wanted) {
    if (!PlimsollSource.KEY.equals(wanted.source())) {
      throw Refusal.wrong("/source", "Files are taken from plimsoll alone, in our own form.");
    }
    if (wanted.format() == null || !SentPast.KINDS.containsKey(wanted.format())) {
      throw Refusal.wrong("/format", "The format is ndjson or csv.");
    }
    if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > NAME_MAX) {
      throw Refusal.wrong("/name", "A name of 1 to 300 characters is expected.");
    }
  }

  @PUT
  @Path("{id}/content")
  @Consumes({"application/x-ndjson", "text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Send the lines of a backfill",
      description =
          "Of any length, as it is or packed by gzip; stored while it comes. After a break, ask how"
              + " far it came and send the rest with from=, or all again: nothing counts twice.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "All stored",
      content = @Content(schema = @Schema(implementation = BackfillView.class)))
  @APIResponse(
      responseCode = "413",
      description =
          "A line of more than 20 MB, a body of more than 10 GB, or one that unpacks to more than"
              + " 250 times its size; all before is stored")
  @APIResponse(
      responseCode = "429",
      description = "Eight are being sent already; Retry-After says when to come again")
  public BackfillView content(
      @PathParam("id") UUID id,
      @QueryParam("from") @DefaultValue("1") long from,
      InputStream body) {
    if (from < 1) throw Refusal.wrong("from", "Lines are counted from 1.");
    return BackfillView.of(past.take(id, from, body));
  }

  @GET
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "The latest hundred backfills, newest first")
  public List<BackfillView> all() {
    return backfills.all(SentPast.KINDS.keySet()).stream().map(BackfillView::of).toList();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "How far a backfill has come")
  public BackfillView one(@PathParam("id") UUID id) {
    return BackfillView.of(sent(id));
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "Cancel a backfill", description = "What it brought stays.")
  @APIResponse(responseCode = "204", description = "Cancelled")
  public void cancel(@PathParam("id") UUID id) {
    backfills.cancel(sent(id).id(), caller.getUserPrincipal().getName());
  }

  /** What is fetched from elsewhere is the administrators' own. */
  private Backfill sent(UUID id) {
    return backfills.find(id, SentPast.KINDS.keySet());
  }

  /**
   * @param source plimsoll
   * @param format ndjson or csv
   * @param name for people, 1 to 300 characters
   */
  public record NewBackfill(String source, String format, String name) {}

  /**
   * @param kind ndjson or csv, or the tool that it is fetched from
   * @param done lines, or whatever is counted, from the beginning
   * @param total of the same; 0 when not known
   * @param named the first hundred problems, by line
   * @param failure why it stopped and what to do; empty where nothing is wrong
   * @param next the line to go on from
   */
  public record BackfillView(
      UUID id,
      String kind,
      String source,
      String name,
      Backfill.State state,
      long done,
      long total,
      long accepted,
      long duplicates,
      long problems,
      List<Problem> named,
      String failure,
      long next,
      Instant askedAt,
      Instant changedAt) {
    static BackfillView of(Backfill one) {
      return new BackfillView(
          one.id(),
          one.kind(),
          one.source(),
          one.what(),
          one.state(),
          one.done(),
          one.total(),
          one.accepted(),
          one.duplicates(),
          one.problems(),
          one.named(),
          one.failure(),
          one.done() + 1,
          one.askedAt(),
          one.changedAt());
    }
  }
}
