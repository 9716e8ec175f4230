package plimsoll.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;

/** An answer that says no, before it takes the form of JSON or of a page. */
record Problem(int status, String detail, List<Fault> faults, String allow, int secondsToWait) {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Not readable"),
          Map.entry(401, "Not signed in"),
          Map.entry(403, "Not yours"),
          Map.entry(404, "None such"),
          Map.entry(405, "Not done this way"),
          Map.entry(406, "Not to be had in this form"),
          Map.entry(409, "Already done"),
          Map.entry(410, "Over"),
          Map.entry(412, "Changed meanwhile"),
          Map.entry(413, "Too large"),
          Map.entry(415, "Not that kind"),
          Map.entry(422, "Readable but wrong"),
          Map.entry(429, "Too many"),
          Map.entry(503, "Not now"),
          Map.entry(500, "Our fault"));
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "The request can't be read. Check its form, then send it again.",
          401, "Sign in, or send an API token that has not expired.",
          403, "Your role doesn't include this. Ask an administrator.",
          404, "There is nothing at this address.",
          405, "This address does not take this method.",
          406, "This can't be given in the form that was asked for.",
          413, "This is larger than what is taken here.",
          415, "This address does not take that content type.",
          500, "Something went wrong here, and it is not your fault. The log says more.");

  Problem(int status, String detail, List<Fault> faults) {
    this(status, detail, faults, null, 0);
  }

  static Problem of(Refusal refusal) {
    return new Problem(
        refusal.status(), refusal.getMessage(), refusal.faults(), null, refusal.secondsToWait());
  }

  static Problem of(Response answer) {
    var plain = of(answer.getStatus());
    return new Problem(
        plain.status(), plain.detail(), List.of(), answer.getHeaderString(HttpHeaders.ALLOW), 0);
  }

  /** A refusal of which only the status is known. */
  static Problem of(int status) {
    return new Problem(status, DETAILS.getOrDefault(status, "The request was refused."), List.of());
  }

  String title() {
    return TITLES.getOrDefault(status, "Refused");
  }

  Response asJson() {
    return answer().type("application/problem+json").entity(body()).build();
  }

  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", title());
    body.put("status", status);
    body.put("detail", detail);
    if (!faults.isEmpty()) {
      body.put("errors", faults);
    }
    return body;
  }

  /** The status with the headers that it calls for, still without a body. */
  Response.ResponseBuilder answer() {
    var answer = Response.status(status);
    if (status == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"plimsoll\"");
    }
    if (secondsToWait > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, secondsToWait);
    }
    return allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow);
  }
}
