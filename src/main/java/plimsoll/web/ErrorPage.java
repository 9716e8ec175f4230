package plimsoll.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.krazo.engine.Viewable;

/** The page for a person whose request was refused: what happened, and what to do next. */
@ApplicationScoped
public class ErrorPage {
  @Inject Models models;

  Response of(Problem problem, HttpServletResponse response) {
    models.put("title", problem.title());
    models.put("status", problem.status());
    models.put("detail", problem.detail());
    models.put("faults", problem.faults());
    // The view is written before the status of the answer below is.
    response.setStatus(problem.status());
    return problem
        .answer()
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(new Viewable("error.html"))
        .build();
  }
}
