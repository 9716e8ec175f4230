package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import plimsoll.access.Refusal;

/**
 * Turns away forms that are larger than anybody fills in, before anything reads them: what looks
 * for a form's method and token takes the whole of it into memory.
 */
@Provider
@PreMatching
@Priority(0)
public class FormLimit implements ContainerRequestFilter {
  private static final int BYTES_MAX = 2_000_000;

  @Override
  public void filter(ContainerRequestContext request) {
    var type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return;
    }
    if (length(request) > BYTES_MAX) {
      throw new Refusal(413, "A form takes at most 2 MB. Nothing was kept.");
    }
  }

  /** Beyond an int there is no number that fits. */
  private static long length(ContainerRequestContext request) {
    var said = request.getHeaderString("Content-Length");
    try {
      return said == null ? 0 : Long.parseLong(said.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
