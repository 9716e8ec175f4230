package plimsoll.report;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import plimsoll.access.Refusal;
import plimsoll.asset.Asset;

/** Hands out the stylesheet, the mark and the scripts, to everybody. */
@Path("assets")
@RequestScoped
public class AssetsResource {
  private static final int HOUR_SECONDS = 3600;
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  @GET
  @Path("{name}")
  @PermitAll
  @Operation(hidden = true)
  public Response asset(
      @PathParam("name") String name,
      @QueryParam("v") String version,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
      @Context Request request) {
    var asset = Asset.named(name).orElseThrow(() -> Refusal.notFound("file"));
    var packed = encodings != null && encodings.contains("gzip");
    var tag = new EntityTag(asset.tag() + (packed ? "-gzip" : ""));
    var known = request.evaluatePreconditions(tag);
    return (known == null ? body(asset, packed) : known)
        .tag(tag)
        .cacheControl(kept(asset.tag().equals(version)))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .build();
  }

  private static Response.ResponseBuilder body(Asset asset, boolean packed) {
    return packed
        ? Response.ok(asset.packed(), asset.type()).encoding("gzip")
        : Response.ok(asset.bytes(), asset.type());
  }

  /** For long only where the address names just these bytes. */
  private static CacheControl kept(boolean forLong) {
    var kept = new CacheControl();
    kept.setMaxAge(forLong ? YEAR_SECONDS : HOUR_SECONDS);
    kept.setNoTransform(false);
    if (forLong) kept.getCacheExtension().put("immutable", null);
    return kept;
  }
}
