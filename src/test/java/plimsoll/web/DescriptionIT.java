package plimsoll.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

/** What the service says of itself is complete: a client can be written from it alone. */
@ExtendWith(OnTheServer.class)
class DescriptionIT {
  /** The ways in that clients hold on to. */
  private static final List<String> PROMISED =
      List.of(
          "post /api/v1/catalog/imports",
          "get /api/v1/teams",
          "get /api/v1/services",
          "get /api/v1/people",
          "get /api/v1/surveys",
          "get /api/v1/surveys/{key}",
          "post /api/v1/campaigns",
          "get /api/v1/campaigns/{id}",
          "post /api/v1/campaigns/{id}/invitations",
          "get /api/v1/campaigns/{id}/links.csv",
          "post /api/v1/campaigns/{id}/closure",
          "get /api/v1/invitations/{token}",
          "put /api/v1/invitations/{token}/draft",
          "post /api/v1/invitations/{token}/submission",
          "post /api/v1/deliveries/plimsoll",
          "post /api/v1/deliveries/{source}",
          "post /api/v1/workloads/{service}",
          "post /api/v1/readings",
          "get /api/v1/readings/latest",
          "get /api/v1/readings/{id}",
          "get /api/v1/readings/{id}/readiness",
          "post /api/v1/readings/{id}/retakes",
          "get /api/v1/readings/{id}/beside/{other}",
          "get /api/v1/readings/{id}/teams/{team}",
          "get /api/v1/readings/{id}/groups/{group}",
          "get /api/v1/readings/{id}/delivery",
          "get /api/v1/readings/{id}/patterns",
          "get /api/v1/readings/{id}/roadmap",
          "get /api/v1/readings/{id}/reports/{name}.{ending}");

  private static final JsonNode API = Api.json(Api.asNobody().get("/openapi?format=JSON"));

  @Test
  void itHoldsWhatWasPromisedAndNoPages() {
    var found = new TreeSet<String>();
    each((name, operation) -> found.add(name));
    var missing = new TreeSet<>(PROMISED);
    missing.removeAll(found);
    assertEquals(Set.of(), missing);
    found.forEach(name -> assertTrue(name.contains(" /api/v1/"), name));
  }

  @Test
  void everyOperationSaysWhatItDoesAndGives() {
    each(
        (name, operation) -> {
          assertFalse(operation.path("summary").asText().isBlank(), name + " has no summary");
          assertTrue(succeeds(operation.path("responses")), name + " gives nothing");
          operation
              .path("responses")
              .forEach(one -> assertFalse(one.path("description").asText().isBlank(), name));
        });
  }

  @Test
  void everyBodyHasASchemaAndThoseOfTheContractAnExample() {
    each(
        (name, operation) -> {
          for (var media : operation.path("requestBody").path("content")) {
            assertTrue(media.has("schema"), name + " takes no one knows what");
          }
        });
    assertFalse(API.findValuesAsText("maxProperties").contains("0"), "no body must be empty");
    for (var name : List.of("campaigns", "readings", "deliveries/plimsoll", "catalog/imports")) {
      var content = API.path("paths").path("/api/v1/" + name).at("/post/requestBody/content");
      var examples = content.at("/application~1json/examples");
      assertTrue(examples.elements().next().path("value").isObject(), name + " has no example");
    }
  }

  @Test
  void everyRefusalIsAProblem() {
    each(
        (name, operation) ->
            operation
                .path("responses")
                .fields()
                .forEachRemaining(
                    one -> {
                      if (one.getKey().startsWith("4")) {
                        var content = one.getValue().path("content");
                        assertTrue(content.has("application/problem+json"), name + one.getKey());
                      }
                    }));
  }

  @Test
  void refusalsAreThoseThatCanCome() {
    assertTrue(codes("post /api/v1/campaigns").containsAll(List.of("201", "400", "401", "422")));
    assertTrue(codes("post /api/v1/campaigns/{id}/closure").containsAll(List.of("404", "409")));
    var submission = codes("post /api/v1/invitations/{token}/submission");
    assertTrue(submission.containsAll(List.of("201", "404", "409", "410", "413", "415", "422")));
    assertFalse(submission.contains("401"), "the link is the credential");
    assertTrue(codes("put /api/v1/invitations/{token}/draft").contains("204"));
    assertTrue(codes("post /api/v1/readings").contains("202"));
  }

  @Test
  void eachNameAndEachReferenceLeadsToOneThing() {
    var names = new ArrayList<String>();
    each((name, operation) -> names.add(operation.path("operationId").asText()));
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    for (var reference : API.findValuesAsText("$ref")) {
      assertFalse(API.at(reference.substring(1)).isMissingNode(), reference);
    }
    assertFalse(API.has("endpoints"), "no part that the standard does not know");
    assertEquals("date-time", API.at("/components/schemas/Instant/format").asText());
  }

  private static Set<String> codes(String name) {
    var codes = new TreeSet<String>();
    each(
        (one, operation) -> {
          if (one.equals(name)) {
            operation.path("responses").fieldNames().forEachRemaining(codes::add);
          }
        });
    return codes;
  }

  private static boolean succeeds(JsonNode responses) {
    var codes = new ArrayList<String>();
    responses.fieldNames().forEachRemaining(codes::add);
    return codes.stream().anyMatch(code -> code.matches("20[0-4]"));
  }

  private static void each(BiConsumer<String, JsonNode> look) {
    API.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        one -> look.accept(one.getKey() + " " + path.getKey(), one.getValue())));
  }
}
