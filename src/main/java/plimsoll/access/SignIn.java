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

  @Inject AccessTokens tokens;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (request.getRequestURI().startsWith("/assets/")) {
      return context.doNothing();
    }
    return token(request)
        .flatMap(tokens::find)
        .map(
            token ->
                context.notifyContainerAboutLogin(
                    token.account().name(), new HashSet<>(token.roles())))
        .orElseGet(context::doNothing);
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
