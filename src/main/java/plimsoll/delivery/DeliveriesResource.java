package plimsoll.delivery;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import plimsoll.access.Refusal;
import plimsoll.access.Role;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.PlimsollSource;
import plimsoll.delivery.source.PlimsollSource.Writing;
import plimsoll.delivery.source.Source;

/** Where events come in, one address for each source. */
@RequestScoped
@Path("api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {
  private static final String EXAMPLE =
      "{\"type\":\"deployment\",\"id\":\"d-1\",\"service\":\"checkout\",\"environment\":\"production\","
          + "\"startedAt\":\"2026-03-23T08:55:00Z\",\"finishedAt\":\"2026-03-23T09:00:00Z\","
          + "\"outcome\":\"succeeded\",\"trigger\":\"automatic\",\"commits\":[{\"id\":\"9f3c\","
          + "\"committedAt\":\"2026-03-22T09:00:00Z\"}],\"manualSteps\":0}";

  @Inject Pressure pressure;
  @Inject Intake intake;
  @Inject Sources sources;
  @Inject SourceSecrets secrets;
  @Inject Deliveries deliveries;
  @Inject Rereadings rereadings;
  @Inject Clock clock;
  @Context HttpHeaders headers;
  @Context SecurityContext caller;

  @POST
  @Path("plimsoll")
  @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "text/csv"})
  @RolesAllowed({Role.SENDER, Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(
      summary = "Take deployments, incidents and tickets in our own form",
      description =
          "One JSON object for each event: a single object or an array, JSON lines, or CSV with a"
              + " line of heads. At most 10 MB and 10,000 events. Times are RFC 3339 with an offset. A"
              + " bad line never stops the good ones. The same event counts once; a later version of"
              + " it, by its own time, adds to what is known.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = {
                @ExampleObject(name = "a deployment", summary = "as JSON", value = EXAMPLE),
                @ExampleObject(
                    name = "a deployment a line",
                    summary = "as CSV",
                    value =
                        "type,id,service,environment,finishedAt,outcome\ndeployment,d-1,checkout,production,2026-03-23T09:00:00Z,succeeded\n")
              }))
  @APIResponse(
      responseCode = "202",
      description = "Stored, and what could not be used",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  public Response plimsoll(InputStream body) {
    return accepted(
        pressure.bear(
            () ->
                intake.take(
                    PlimsollSource.KEY,
                    "events",
                    PlimsollSource.read(Body.text(body), writing(), clock.instant()))));
  }

  /** Open to everybody, because the signature is the credential; a wrong one leaves nothing. */
  @POST
  @Path("{source}")
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/cloudevents+json",
    "application/cloudevents-batch+json"
  })
  @PermitAll
  @Operation(
      summary = "Take a signed webhook",
      description =
          "github: deployment, deployment_status, pull_request and push count; everything else is"
              + " ignored with a word. A wrong signature is 401 and leaves nothing behind.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "202",
      description = "Stored, and what could not be used",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  @SecurityRequirement(name = "signature")
  public Response signed(@PathParam("source") String source, InputStream body) {
    return accepted(
        pressure.bear(
            () ->
                sources.take(source, Body.bytes(body), sent(), caller.isUserInRole(Role.SENDER))));
  }

  /** For tools that can send nothing but a body. */
  @POST
  @Path("{source}/{secret}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(
      summary = "Take a webhook of a tool that proves itself by its address",
      description =
          "statuspage alone. Everybody who sees the address knows the secret: keep it out of the"
              + " logs of proxies, and change it when it was seen.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "202",
      description = "Stored, and what could not be used",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  public Response addressed(
      @PathParam("source") String source, @PathParam("secret") String secret, InputStream body) {
    if (!sources.find(source).inAddress()) throw Refusal.notFound("source");
    var sent = sent();
    sent.put(Delivery.IN_ADDRESS, secret);
    return accepted(pressure.bear(() -> sources.take(source, Body.bytes(body), sent, false)));
  }

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "The sources, and what became of their last deliveries")
  public List<SourceView> all() {
    return sources.all().stream().map(this::view).toList();
  }

  @PUT
  @Path("{source}/secret")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Set the secret with which a source signs")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewSecret.class),
              examples =
                  @ExampleObject(
                      name = "so",
                      value = "{\"secret\":\"twelve characters or more\"}")))
  @APIResponse(responseCode = "204", description = "Set")
  public void setSecret(@PathParam("source") String source, NewSecret wanted) {
    secrets.set(sources.find(source).key(), wanted.secret(), caller.getUserPrincipal().getName());
  }

  @POST
  @Path("{source}/rereading")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Read what a source sent again",
      description =
          "By the rules that hold now, in the background. What no kept delivery states any more is"
              + " taken away, what newer rules find comes in. What came from deliveries that are"
              + " forgotten stays.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "so", value = "{}")))
  @APIResponse(
      responseCode = "202",
      description = "Begun",
      content = @Content(schema = @Schema(implementation = RereadingView.class)))
  public Response readAgain(@PathParam("source") String source) {
    var by = caller.getUserPrincipal().getName();
    var begun = rereadings.begin(sources.find(source).key(), by);
    return Response.status(Response.Status.ACCEPTED).entity(RereadingView.of(begun)).build();
  }

  @GET
  @Path("{source}/rereading")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @Operation(summary = "How far the reading again of a source has come")
  public RereadingView rereading(@PathParam("source") String source) {
    return RereadingView.of(rereadings.find(source));
  }

  /**
   * @param done deliveries that were read, of the total that was kept when it began
   * @param added versions of events that had not been known
   * @param withdrawn versions of events that no kept delivery states any more
   */
  public record RereadingView(
      String source,
      Rereading.State state,
      long done,
      long total,
      long added,
      long withdrawn,
      Instant askedAt,
      Instant changedAt) {
    static RereadingView of(Rereading one) {
      return new RereadingView(
          one.source(),
          one.state(),
          one.done(),
          one.total(),
          one.added(),
          one.withdrawn(),
          one.askedAt(),
          one.changedAt());
    }
  }

  /**
   * @param secret 12 to 300 characters; it is never given out again
   */
  public record NewSecret(String secret) {}

  /**
   * @param path to which it delivers
   * @param secretSet true when a secret is known, so that deliveries can be verified
   */
  public record SourceView(
      String source, String path, boolean secretSet, List<ReceiptView> latest) {}

  /** What became of one delivery. */
  public record ReceiptView(
      Instant receivedAt,
      String what,
      Receipt.State state,
      int accepted,
      int duplicates,
      int ignored,
      int problems,
      String words) {
    static ReceiptView of(Receipt one) {
      return new ReceiptView(
          one.receivedAt(),
          one.what(),
          one.state(),
          one.accepted(),
          one.duplicates(),
          one.ignored(),
          one.problems(),
          one.words());
    }
  }

  private Map<String, String> sent() {
    return headers.getRequestHeaders().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, one -> one.getValue().get(0)));
  }

  private SourceView view(Source source) {
    return new SourceView(
        source.key(),
        "/api/v1/deliveries/" + source.key(),
        !secrets.of(source.key()).isEmpty(),
        deliveries.latest(source.key(), 20).stream().map(ReceiptView::of).toList());
  }

  private Writing writing() {
    var type = headers.getMediaType();
    return switch (type.getSubtype()) {
      case "x-ndjson" -> Writing.LINES;
      case "csv" -> Writing.CSV;
      default -> Writing.JSON;
    };
  }

  private static Response accepted(Taken taken) {
    return Response.status(Response.Status.ACCEPTED).entity(taken).build();
  }
}
