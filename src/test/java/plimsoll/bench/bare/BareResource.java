package plimsoll.bench.bare;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Takes a body and stores it. */
@Path("rows")
@RequestScoped
public class BareResource {
  @Inject Rows rows;

  @GET
  public String ready() {
    return "ready";
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String body) {
    rows.add(body);
    return Response.status(Response.Status.CREATED).entity("{\"stored\":true}").build();
  }
}
