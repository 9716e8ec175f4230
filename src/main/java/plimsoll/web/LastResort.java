package plimsoll.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is shown where even the page for errors can't be: the server's own page would tell names of
 * classes.
 */
@WebServlet("/last-resort")
public class LastResort extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .println("Something went wrong here, and it is not your fault. The log says more.");
  }
}
