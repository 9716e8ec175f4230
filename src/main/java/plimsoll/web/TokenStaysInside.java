package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes the token of forms out of the headers of answers, where the engine of the pages puts it and
 * nobody reads it: it stands in the forms.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenStaysInside implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    answer.getHeaders().remove(FormToken.HEADER);
  }
}
