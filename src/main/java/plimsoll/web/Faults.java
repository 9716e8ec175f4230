package plimsoll.web;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URLDecoder;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;

/**
 * Turns whatever went wrong into an answer: a problem (RFC 9457) for clients, a page for people. No
 * stack trace, class name or SQL leaves the service; a bug is logged under a number that the answer
 * names.
 */
@Provider
public class Faults implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());

  @Context UriInfo uri;
  @Context HttpServletResponse response;
  @Inject ErrorPage page;

  @Override
  public Response toResponse(Throwable thrown) {
    var problem = problem(thrown);
    return forClients(uri.getPath()) ? problem.asJson() : page.of(problem, response);
  }

  /** True when the path belongs to clients and not to people. */
  static boolean forClients(String path) {
    var plain = path.startsWith("/") ? path.substring(1) : path;
    return plain.startsWith("api/");
  }

  private static Problem problem(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return Problem.of(refusal);
      }
      if (cause instanceof ConstraintViolationException violations) {
        return new Problem(422, "Some values are wrong.", faults(violations));
      }
      if (cause instanceof OptimisticLockException) {
        return new Problem(
            409, "Somebody else changed this meanwhile. Load it again, then repeat.", List.of());
      }
    }
    if (unreadableForm(thrown)) return Problem.of(400);
    return thrown instanceof WebApplicationException web
        ? Problem.of(web.getResponse())
        : bug(thrown);
  }

  /** Krazo reads a form before any page of ours does, and says no more than this. */
  private static boolean unreadableForm(Throwable thrown) {
    return thrown instanceof IllegalArgumentException
        && Stream.of(thrown.getStackTrace())
            .limit(1)
            .anyMatch(frame -> frame.getClassName().equals(URLDecoder.class.getName()));
  }

  private static List<Fault> faults(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .map(one -> new Fault("/" + last(one.getPropertyPath().toString()), one.getMessage()))
        .toList();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Problem bug(Throwable thrown) {
    var number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, thrown, () -> "Fault " + number);
    return new Problem(
        500,
        "Something went wrong here, and it is not your fault. Nothing was changed. The log names it"
            + " as fault "
            + number
            + ".",
        List.of());
  }
}
