package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;

/**
 * Tells the container who is asking, by the bearer token of a client or the cookie of a browser. It
 * keeps nothing in a web session, so every node knows everybody. A caller with neither stays
 * anonymous; which endpoints an anonymous caller may use is theirs to say.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {
  public static final String COOKIE = "plimsoll";

  private static final String CLIENT = "plimsoll.client";

  @Inject AccessTokens tokens;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (request.getRequestURI().startsWith("/assets/")) {
      return context.doNothing();
    }
    return token(request)
        .flatMap(tokens::find)
        .map(token -> letIn(token, request, context))
        .orElseGet(context::doNothing);
  }

  private static AuthenticationStatus letIn(
      AccessToken token, HttpServletRequest request, HttpMessageContext context) {
    request.setAttribute(CLIENT, token.browser() ? "" : token.label());
    return context.notifyContainerAboutLogin(token.account().name(), new HashSet<>(token.roles()));
  }

  /** The label of the token that a request came with; empty where it came from a browser. */
  public static String client(HttpServletRequest request) {
    var client = (String) request.getAttribute(CLIENT);
    return client == null ? "" : client;
  }

  private static Optional<String> token(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header != null) {
      return header.regionMatches(true, 0, "Bearer ", 0, 7)
          ? Optional.of(header.substring(7).strip())
          : Optional.empty();
    }
    return cookie(request);
  }

  static Optional<String> cookie(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }
}
