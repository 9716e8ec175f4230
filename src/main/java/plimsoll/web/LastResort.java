package plimsoll.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import plimsoll.json.Json;

/**
 * What is shown where a request never reaches the application, or even the page for errors can't be
 * shown: the server's own page would tell names of classes.
 */
@WebServlet("/last-resort")
public class LastResort extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var problem = Problem.of(status instanceof Integer code ? code : 404);
    response.setStatus(problem.status());
    if (path != null && Faults.forClients(path.toString())) {
      response.setContentType("application/problem+json");
      response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(problem.body()));
    } else {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println(problem.title() + ". " + problem.detail());
    }
  }
}
