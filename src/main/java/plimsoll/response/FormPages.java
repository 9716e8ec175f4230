package plimsoll.response;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.campaign.Announcements;
import plimsoll.campaign.Invitations;
import plimsoll.survey.Answers;

/**
 * The form behind a personal link: a page that says who asks and who will see what, a page for each
 * block, a page to send, and thanks. It needs no script. The token in the address is its secret, so
 * no page elsewhere can post it.
 */
@Controller
@RequestScoped
@Path("s/{token}")
public class FormPages {
  private static final String SEND = "send";
  private static final String BACK = "back";

  @Inject Links links;
  @Inject Drafts drafts;
  @Inject Ballots ballots;
  @Inject Invitations invitations;
  @Inject Announcements announcements;
  @Inject Models models;
  @Context HttpServletResponse servlet;

  @PathParam("token")
  String token;

  @GET
  @PermitAll
  public String welcome() {
    var link = links.find(token);
    frame(link);
    putNews(link);
    if (link.seat().submitted()) {
      return "response/thanks.html";
    }
    var form = Form.of(links.open(token));
    models.put("first", form.steps().get(0).key());
    models.put("started", !drafts.of(token).isEmpty());
    return "response/welcome.html";
  }

  @GET
  @Path("{step}")
  @PermitAll
  public String step(@PathParam("step") String step) {
    var link = links.find(token);
    if (link.seat().submitted()) {
      frame(link);
      putNews(link);
      return "response/thanks.html";
    }
    return page(links.open(token), step, drafts.of(token), List.of());
  }

  @POST
  @Path("{step}")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@PathParam("step") String step, MultivaluedMap<String, String> sent) {
    var link = links.open(token);
    var form = Form.of(link);
    var answers = merged(form, step, sent);
    try {
      drafts.save(token, answers);
    } catch (Refusal refusal) {
      return again(refusal, link, step, answers);
    }
    return go(next(form, step, answers, BACK.equals(sent.getFirst("go"))));
  }

  @POST
  @Path(SEND)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(MultivaluedMap<String, String> sent) {
    var link = links.open(token);
    var answers = drafts.of(token);
    if (BACK.equals(sent.getFirst("go"))) {
      var asked = Form.of(link).asked(answers);
      return go(asked.get(asked.size() - 1).key());
    }
    try {
      ballots.submit(token, link.survey().onlyAsked(answers));
    } catch (Refusal refusal) {
      return again(refusal, link, SEND, answers);
    }
    return go("");
  }

  private String page(
      Links.Link link, String step, Map<String, Object> answers, List<Refusal.Fault> faults) {
    frame(link);
    var form = Form.of(link);
    var asked = form.asked(answers);
    models.put("answers", new LinkedHashMap<>(answers));
    models.put("faults", faults.stream().map(FormPages::fault).toList());
    models.put("steps", asked.size() + 1);
    models.put(
        "answered",
        asked.stream()
            .flatMap(s -> s.items().stream())
            .filter(i -> answers.get(i.id()) != null)
            .count());
    models.put("items", asked.stream().mapToInt(s -> s.items().size()).sum());
    if (step.equals(SEND)) {
      models.put("number", asked.size() + 1);
      return "response/send.html";
    }
    var shown =
        asked.stream()
            .filter(one -> one.key().equals(step))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("page"));
    models.put("step", shown);
    models.put("ownWords", form.hasWords(step));
    models.put("number", asked.indexOf(shown) + 1);
    return "response/step.html";
  }

  /** Only on the first and last page, so that no other asks the database for it. */
  private void putNews(Links.Link link) {
    var news = announcements.before(link.campaign(), link.seat().team());
    models.put("news", news.orElse(null));
  }

  private void frame(Links.Link link) {
    var campaign = link.campaign();
    var form = Form.of(link);
    var team = campaign.nameOf(link.seat().team());
    int people = invitations.asked(campaign.id(), link.seat().team());
    models.put("token", token);
    models.put("title", form.title());
    models.put("purpose", form.purpose());
    models.put("minutes", link.survey().minutes());
    models.put("campaign", campaign);
    models.put("team", team);
    models.put("closes", Form.moment(campaign.closesAt()));
    models.put("promise", Promise.of(campaign, team, people));
    models.put("limits", Promise.limits());
  }

  private Response again(
      Refusal refusal, Links.Link link, String step, Map<String, Object> answers) {
    if (refusal.status() != 422) {
      throw refusal;
    }
    var view = page(link, step, answers, refusal.faults());
    // The view is written before the status of the answer below is.
    servlet.setStatus(refusal.status());
    return Response.status(refusal.status()).entity(view).build();
  }

  /** What was saved, with this page's answers in place of its earlier ones. */
  private Map<String, Object> merged(Form form, String step, MultivaluedMap<String, String> sent) {
    Map<String, Object> answers = new LinkedHashMap<>(drafts.of(token));
    form.steps().stream()
        .filter(one -> one.key().equals(step))
        .flatMap(one -> one.items().stream())
        .forEach(item -> put(item, sent.getFirst(item.id()), answers));
    if (form.hasWords(step)) {
      answers.put(Answers.REVIEWERS_ONLY, sent.containsKey(Answers.REVIEWERS_ONLY));
    }
    return answers;
  }

  private static void put(Form.Item item, String sent, Map<String, Object> answers) {
    if (sent == null || sent.isBlank()) {
      answers.remove(item.id());
    } else {
      answers.put(item.id(), value(item, sent));
    }
  }

  /** The choice that reads the same; own words as they are, their line ends as one sign. */
  private static Object value(Form.Item item, String sent) {
    return item.choices().stream()
        .map(Form.Choice::value)
        .filter(value -> value.toString().equals(sent))
        .findFirst()
        .orElse(sent.replace("\r\n", "\n"));
  }

  private static String next(Form form, String step, Map<String, Object> answers, boolean back) {
    var keys = form.asked(answers).stream().map(Form.Step::key).toList();
    int to = keys.indexOf(step) + (back ? -1 : 1);
    if (to < 0) {
      return "";
    }
    return to < keys.size() ? keys.get(to) : SEND;
  }

  private Response go(String step) {
    var path = "/s/" + token + (step.isEmpty() ? "" : "/" + step);
    return Response.seeOther(URI.create(path)).build();
  }

  /** A fault of the form: the item that a link on the page leads to, and the words. */
  public record FormFault(String item, String message) {}

  private static FormFault fault(Refusal.Fault fault) {
    return new FormFault(fault.pointer().replace("/answers/", ""), fault.message());
  }
}
