package plimsoll.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.krazo.Properties;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import plimsoll.access.Role;

/** Pages and API of the service; what they are is found by annotation. */
@ApplicationPath("/")
@DeclareRoles({
  Role.ENGINEER,
  Role.PRODUCT,
  Role.LEADER,
  Role.COUNCIL,
  Role.ADMINISTRATOR,
  Role.SENDER,
  Role.READER
})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Plimsoll",
            version = "1",
            description =
                "Surveys engineers, takes in deployment metrics, scores teams on DevOps practice and"
                    + " platform readiness, and writes roadmap reports."),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API token made on the page of access, or the bootstrap token.")
@SecurityScheme(
    securitySchemeName = "signature",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-Hub-Signature-256",
    description = "The body's HMAC with the secret of the source, as GitHub makes it.")
public class PlimsollApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl",
        true,
        // Without a name here the server's JSON-B competes with JsonBody, and wins at random.
        "jersey.config.jsonFeature",
        "JsonBody",
        Csrf.CSRF_PROTECTION,
        Csrf.CsrfOptions.EXPLICIT,
        Properties.CSRF_TOKEN_STRATEGY,
        new FormToken());
  }
}
