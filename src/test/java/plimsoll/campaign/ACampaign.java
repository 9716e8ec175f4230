package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plimsoll.Api;

/** A campaign on the server of the tests that asks one new team. */
public final class ACampaign {
  private final String id;
  private final String team;
  private List<String> tokens;

  private ACampaign(String id, String team) {
    this.id = id;
    this.team = team;
  }

  /** An open campaign whose people are invited. */
  public static ACampaign of(int people) {
    var campaign = notInvited(people);
    assertEquals(people, Api.json(campaign.invite()).path("invited").asInt());
    return campaign;
  }

  static ACampaign notInvited(int people) {
    var team = "t" + UUID.randomUUID().toString().substring(0, 8);
    importTeam(team, people);
    var made = Api.asAdministrator().postJson("/api/v1/campaigns", plan(team));
    assertEquals(201, made.statusCode(), made.body());
    return new ACampaign(Api.json(made).path("id").asText(), team);
  }

  static void importTeam(String team, int people) {
    var csv = new StringBuilder("team,person,email,service\n");
    for (int i = 0; i < people; i++) {
      var person = team + "-" + i;
      csv.append("%s,%s,%s@example.org,%s-service\n".formatted(team, person, person, team));
    }
    var done = Api.asAdministrator().post("/api/v1/catalog/imports", "text/csv", csv.toString());
    assertEquals(200, done.statusCode(), done.body());
  }

  static String plan(String team) {
    return "{\"survey\":\"quarterly\",\"teams\":[\"%s\"],\"closesAt\":\"%s\"}"
        .formatted(team, Instant.now().plus(Duration.ofDays(7)));
  }

  public String id() {
    return id;
  }

  public String team() {
    return team;
  }

  public String token(int person) {
    if (tokens == null) {
      tokens = links().body().lines().skip(1).map(line -> line.replaceAll(".*/s/", "")).toList();
    }
    return tokens.get(person);
  }

  public JsonNode progress() {
    return Api.json(Api.asAdministrator().get(path()));
  }

  public HttpResponse<String> close() {
    return Api.asAdministrator().postJson(path() + "/closure", "");
  }

  HttpResponse<String> invite() {
    return Api.asAdministrator().postJson(path() + "/invitations", "");
  }

  HttpResponse<String> links() {
    return Api.asAdministrator().get(path() + "/links.csv");
  }

  private String path() {
    return "/api/v1/campaigns/" + id;
  }
}
