package plimsoll.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.krazo.security.CsrfToken;
import org.eclipse.krazo.security.CsrfTokenStrategy;
import plimsoll.access.Secret;

/**
 * Keeps the token of forms in a cookie and not in a web session, so that any node can check it. A
 * page elsewhere can make a browser send the cookie, but can't read it to fill the form.
 */
class FormToken implements CsrfTokenStrategy {
  static final String HEADER = "X-Form-Token";
  private static final String COOKIE = "plimsoll-form";

  @Override
  public Optional<CsrfToken> getToken(
      HttpServletRequest request, HttpServletResponse response, boolean create) {
    var known = Optional.ofNullable((String) request.getAttribute(COOKIE)).or(() -> sent(request));
    if (known.isEmpty() && create) {
      known = Optional.of(needed(request) ? fresh(request, response) : "none");
    }
    known.ifPresent(token -> request.setAttribute(COOKIE, token));
    return known.map(token -> new CsrfToken(HEADER, "formToken", token));
  }

  /** Whoever answers a survey gets no cookie that would tell her from others: her link does. */
  private static boolean needed(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/s/");
  }

  private static Optional<String> sent(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> value.length() >= 20)
            .findFirst();
  }

  private static String fresh(HttpServletRequest request, HttpServletResponse response) {
    var token = Secret.random();
    var cookie = new Cookie(COOKIE, token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
    return token;
  }
}
