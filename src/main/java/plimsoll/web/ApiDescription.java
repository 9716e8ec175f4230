package plimsoll.web;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes what the service says of itself at {@code /openapi}. The endpoints state what is their
 * own; what holds for all of them, such as the refusals, stands here once. Pages are left out.
 */
public class ApiDescription implements OASFilter {
  private static final String PROBLEM = "ProblemDetails";
  private static final Map<String, Object> EXAMPLE =
      Map.of(
          "type",
          "about:blank",
          "title",
          "Readable but wrong",
          "status",
          422,
          "detail",
          "The campaign was not made, because something in it is wrong.",
          "errors",
          List.of(Map.of("pointer", "/closesAt", "message", "must lie in the future")));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    var items = api.getPaths().getPathItems();
    var paths = OASFactory.createPaths();
    items.forEach((path, item) -> describe(paths::addPathItem, path, item));
    api.setPaths(paths);
    api.getComponents().addSchema(PROBLEM, problem());
    api.getComponents().getSchemas().values().forEach(BodyDescription::unlimit);
    forgetListOfPages(api);
  }

  private interface Place {
    void put(String path, PathItem item);
  }

  private static void describe(Place paths, String path, PathItem item) {
    if (Faults.forClients(path)) {
      // The pattern of a parameter is for the server; the description knows names only.
      var plain = path.replaceAll("\\{(\\w+):.*}", "{$1}");
      item.getOperations().forEach((method, operation) -> complete(plain, method, operation));
      paths.put(plain, item);
    }
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    operation.setOperationId(name(path, method));
    operation.setTags(List.of(path.split("/")[3]));
    var open = path.startsWith("/api/v1/invitations/");
    var signed = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    if (open) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
    }
    operation.setResponses(responses(operation, refusals(path, operation, open, signed)));
    if (operation.getRequestBody() != null) {
      var body = operation.getRequestBody();
      body.required(true).setContent(BodyDescription.mended(body.getContent()));
    }
  }

  /** The method and the path as one word, because each name may stand only once. */
  private static String name(String path, HttpMethod method) {
    return method.name().toLowerCase(Locale.ROOT)
        + Arrays.stream(path.substring("/api/v1/".length()).split("[^A-Za-z]+"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(joining());
  }

  private static Map<String, String> refusals(
      String path, Operation operation, boolean open, boolean signed) {
    var refusals = new LinkedHashMap<String, String>();
    if (!open) {
      refusals.put("401", "No credential, or a wrong or expired one");
    }
    if (!open && !signed) {
      refusals.put("403", "The credential does not include this");
    }
    if (path.contains("{")) {
      refusals.put("404", "There is none such, or none that you may know of");
    }
    if (open) {
      refusals.put("429", "Too many tries; `Retry-After` says how many seconds to wait");
    }
    if (operation.getRequestBody() != null) {
      refusals.put("400", "The body can't be read");
      refusals.put("413", "The body is larger than what is taken");
      refusals.put("415", "The body is not of a kind that is taken");
      refusals.put("422", "Readable but wrong; `errors` names every fault");
    }
    return refusals;
  }

  private static APIResponses responses(Operation operation, Map<String, String> refusals) {
    var responses = OASFactory.createAPIResponses();
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, one) -> responses.addAPIResponse(status(status, one), one));
    refusals.forEach(
        (status, words) -> {
          if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(words));
          }
        });
    responses.getAPIResponses().forEach(ApiDescription::explain);
    return responses;
  }

  /** What the server calls "default" is what it gives when all is right. */
  private static String status(String status, APIResponse response) {
    var nothing = response.getContent() == null || response.getContent().getMediaTypes().isEmpty();
    return !status.equals("default") ? status : nothing ? "204" : "200";
  }

  private static void explain(String status, APIResponse response) {
    if (status.startsWith("4")) {
      response.setContent(problemContent());
      return;
    }
    if (response.getContent() != null) {
      response.setContent(BodyDescription.mended(response.getContent()));
    }
    if (response.getDescription() == null || response.getDescription().isBlank()) {
      response.setDescription(status.equals("204") ? "Done" : "What was asked for");
    }
  }

  private static Content problemContent() {
    var reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
    return OASFactory.createContent()
        .addMediaType("application/problem+json", OASFactory.createMediaType().schema(reference));
  }

  private static Schema problem() {
    var fault =
        OASFactory.createSchema()
            .type(SchemaType.OBJECT)
            .addProperty("pointer", text("Where in the body, as a JSON pointer"))
            .addProperty("message", text("What is wrong there"));
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .description("A refusal, as RFC 9457 says")
        .addProperty("type", text("about:blank"))
        .addProperty("title", text("The kind of refusal"))
        .addProperty("status", OASFactory.createSchema().type(SchemaType.INTEGER))
        .addProperty("detail", text("What happened, and what to do next"))
        .addProperty("errors", OASFactory.createSchema().type(SchemaType.ARRAY).items(fault))
        .addRequired("title")
        .addRequired("status")
        .example(EXAMPLE);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(SchemaType.STRING).description(description);
  }

  /** The server adds a list of all paths, pages too, which no OpenAPI document may have. */
  private static void forgetListOfPages(OpenAPI api) {
    try {
      api.getClass().getMethod("setEndpoints", Map.class).invoke(api, Map.of());
    } catch (ReflectiveOperationException e) {
      // Another server than the one it was made for adds none.
      return;
    }
  }
}
