package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Says to a person that a form did not come from its page; Krazo's own word is a bare line. */
@Provider
@Priority(1)
public class ForeignForm implements ExceptionMapper<CsrfValidationException> {
  @Context HttpServletResponse response;
  @Inject ErrorPage page;

  @Override
  public Response toResponse(CsrfValidationException thrown) {
    return page.of(
        new Problem(
            403,
            "This form was not sent from its page, or the page was open when cookies were cleared."
                + " Nothing was changed. Load the page again, then send the form once more.",
            List.of()),
        response);
  }
}
