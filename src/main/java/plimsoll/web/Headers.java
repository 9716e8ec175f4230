package plimsoll.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers to trust nothing but our own scripts, and to keep no copy of what is shown. */
@WebFilter("/*")
public class Headers implements Filter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The editor of questionnaires shows the form in a frame beside it: ours in ours alone. */
  private static final String FRAMED =
      POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'");

  private static boolean framed(String path) {
    return path.startsWith("/questionnaires/");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var answer = (HttpServletResponse) response;
    boolean framed = framed(((HttpServletRequest) request).getRequestURI());
    answer.setHeader("Content-Security-Policy", framed ? FRAMED : POLICY);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    // The address of the form holds its token, which must not be told to anybody.
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    answer.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
    answer.setHeader("Cache-Control", "no-store");
    chain.doFilter(request, response);
  }
}
