package plimsoll.response;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.announcement.Announcements;
import plimsoll.asset.Asset;
import plimsoll.campaign.Invitations;
import plimsoll.language.Language;
import plimsoll.survey.Answers;

/**
 * The form behind a personal link: a page that says who asks and who will see what, a page for each
 * block or for each item, a page to send, and thanks. It needs no script. The token in the address
 * is its secret, so no page elsewhere can post it.
 */
@Controller
@RequestScoped
@Path("s/{token}")
public class FormPages {
  private static final String LANGUAGE = "language";
  private static final String NO_PAGE = "There is no such page of the survey.";
  private static final int A_MONTH = 30 * 24 * 60 * 60;

  @Inject Links links;
  @Inject Drafts drafts;
  @Inject Ballots ballots;
  @Inject Invitations invitations;
  @Inject Announcements announcements;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context HttpServletResponse servlet;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  @PathParam("token")
  String token;

  @QueryParam(LANGUAGE)
  String wanted;

  @CookieParam(LANGUAGE)
  String remembered;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  String accepted;

  @GET
  @PermitAll
  public Response welcome() {
    return shown(
        () -> {
          var link = links.find(token);
          return link.seat().submitted() ? thanks(link) : welcome(links.open(token));
        });
  }

  @GET
  @Path("shown")
  @PermitAll
  public Response whatIsShown() {
    return shown(
        () -> {
          var link = links.find(token);
          frame(link);
          models.put("shown", Shown.of(link.campaign(), team(link), people(link), language()));
          return "response/shown.html";
        });
  }

  @GET
  @Path("{step}")
  @PermitAll
  public Response step(@PathParam("step") String step) {
    return shown(() -> page(new Place(step, null)));
  }

  @GET
  @Path("{step}/{item}")
  @PermitAll
  public Response item(@PathParam("step") String step, @PathParam("item") String item) {
    return shown(() -> page(new Place(step, item)));
  }

  @POST
  @Path("{step}")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answerStep(@PathParam("step") String step, InputStream body) {
    return answered(() -> answer(new Place(step, null), FormBody.read(body)));
  }

  @POST
  @Path("{step}/{item}")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answerItem(
      @PathParam("step") String step, @PathParam("item") String item, InputStream body) {
    return answered(() -> answer(new Place(step, item), FormBody.read(body)));
  }

  private Response answer(Place place, FormBody sent) {
    var link = links.open(token);
    return place.isLast() ? last(link, place, sent) : saved(link, place, sent);
  }

  /** Saves, then goes where she wanted to go. */
  private Response saved(Links.Link link, Place place, FormBody sent) {
    var form = new Form(link, language());
    var before = drafts.of(token);
    var answers = merged(form, place, before, sent);
    try {
      drafts.save(token, answers);
    } catch (Refusal refusal) {
      return again(refusal, link, place, answers);
    }
    if (sent.first("go").equals("keep")) return Response.noContent().build();
    if (!sent.first(LANGUAGE).isEmpty()) return spoken(sent.first(LANGUAGE), place);
    var asked = form.asked(answers);
    return switch (sent.first("go")) {
      case "turn" -> go(place.turned(asked));
      case "back" -> go(place.moved(asked, true));
      default -> go(asksMore(form, place, before, answers) ? place : place.moved(asked, false));
    };
  }

  private Response last(Links.Link link, Place place, FormBody sent) {
    var answers = drafts.of(token);
    if (!sent.first(LANGUAGE).isEmpty()) return spoken(sent.first(LANGUAGE), place);
    if (sent.first("go").equals("back")) {
      return go(place.moved(new Form(link, language()).asked(answers), true));
    }
    try {
      ballots.submit(token, link.survey().onlyAsked(answers));
    } catch (Refusal refusal) {
      return again(refusal, link, place, answers);
    }
    return go(Place.WELCOME);
  }

  /** An answer can make more be asked on the same page; nobody should miss it. */
  private static boolean asksMore(
      Form form, Place place, Map<String, ?> before, Map<String, ?> after) {
    if (place.byItem()) return false;
    var earlier = form.ids(place.step(), before);
    return !earlier.containsAll(form.ids(place.step(), after));
  }

  private String welcome(Links.Link link) {
    frame(link);
    promise(link);
    putNews(link);
    var answers = drafts.of(token);
    var asked = new Form(link, language()).asked(answers);
    var css = Asset.named("answering.css").orElseThrow();
    models.put("css", new String(css.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    models.put("started", !answers.isEmpty());
    models.put("byStep", address(Place.resumed(asked, answers, false)));
    models.put("byItem", address(Place.resumed(asked, answers, true)));
    return "response/welcome.html";
  }

  private String thanks(Links.Link link) {
    frame(link);
    putNews(link);
    return "response/thanks.html";
  }

  private String page(Place place) {
    var link = links.find(token);
    if (link.seat().submitted()) return thanks(link);
    return page(links.open(token), place, drafts.of(token), Map.of());
  }

  private String page(
      Links.Link link, Place place, Map<String, Object> answers, Map<String, String> faults) {
    frame(link);
    var form = new Form(link, language());
    var asked = form.asked(answers);
    if (place.number(asked) == 0) throw new Refusal(404, NO_PAGE);
    var items = asked.stream().flatMap(step -> step.items().stream()).toList();
    models.put("address", address(place));
    models.put("alone", place.byItem());
    models.put("given", new Given(answers));
    models.put("faults", faults);
    models.put("number", place.number(asked));
    models.put("pages", place.pages(asked));
    models.put("items", items.size());
    models.put("answered", items.stream().filter(one -> answers.get(one.id()) != null).count());
    return place.isLast() ? sending(link, place, asked, answers) : step(place, asked, answers);
  }

  private String step(Place place, List<Form.Step> asked, Map<String, Object> answers) {
    var whole =
        asked.stream().filter(one -> one.key().equals(place.step())).findFirst().orElseThrow();
    var step = place.byItem() ? whole.only(place.item()) : whole;
    models.put("step", step);
    models.put("giveaway", Giveaway.pattern(language()));
    models.put("ownWords", step.items().stream().anyMatch(Item::written));
    models.put("reviewersOnly", Boolean.TRUE.equals(answers.get(Answers.REVIEWERS_ONLY)));
    return "response/step.html";
  }

  private String sending(
      Links.Link link, Place place, List<Form.Step> asked, Map<String, Object> answers) {
    promise(link);
    models.put("hints", hints(place, asked, answers));
    return "response/send.html";
  }

  /** Own words that may give somebody away, and where to change them. */
  private List<Hint> hints(Place place, List<Form.Step> asked, Map<String, Object> answers) {
    var hints = new ArrayList<Hint>();
    for (var step : asked) {
      for (var item : step.items()) {
        if (item.written() && answers.get(item.id()) instanceof String words) {
          var there = new Place(step.key(), place.byItem() ? item.id() : null);
          Giveaway.in(words, language())
              .map(found -> language().say("names.detail", found))
              .map(detail -> new Hint(detail, address(there) + "#" + item.id()))
              .ifPresent(hints::add);
        }
      }
    }
    return hints;
  }

  /** What stands in own words, and the address where it can be changed. */
  public record Hint(String detail, String address) {}

  private void frame(Links.Link link) {
    var campaign = link.campaign();
    var form = new Form(link, language());
    speak();
    models.put("token", token);
    models.put("title", form.heading());
    models.put("asker", form.asker());
    models.put("purpose", form.purpose());
    models.put("minutes", link.survey().minutes());
    models.put("campaign", campaign);
    models.put("team", team(link));
    models.put("closes", language().moment(campaign.closesAt(), zone));
  }

  private void promise(Links.Link link) {
    var promise = Promise.of(link.campaign(), team(link), people(link), language());
    models.put("promise", promise);
    models.put("limits", Promise.limits(language()));
  }

  /** Only on the first and last page, so that no other asks the database for it. */
  private void putNews(Links.Link link) {
    var news = announcements.before(link.campaign(), link.seat().team());
    models.put("news", news.orElse(null));
  }

  private void speak() {
    models.put("say", language());
    models.put("languages", Language.values());
    models.put("sheet", Asset.address("answering.css"));
    models.put("script", Asset.address("answering.js"));
    models.put("mark", Asset.address("mark.svg"));
  }

  private static String team(Links.Link link) {
    return link.campaign().nameOf(link.seat().team());
  }

  private int people(Links.Link link) {
    return invitations.asked(link.campaign().id(), link.seat().team());
  }

  /** The page again, with what is wrong in her language. */
  private Response again(
      Refusal refusal, Links.Link link, Place place, Map<String, Object> answers) {
    if (refusal.status() != 422) throw refusal;
    var form = new Form(link, language());
    Map<String, String> faults = new LinkedHashMap<>();
    for (var fault : refusal.faults()) {
      var id = fault.pointer().replace("/answers/", "");
      var item = form.item(id);
      faults.put(
          item.isPresent() ? id : "",
          item.map(one -> one.mend(language(), answers.get(id)))
              .orElseGet(() -> language().say("mend.empty")));
    }
    return view(422, page(link, place, answers, faults));
  }

  /** What was saved, with this page's answers in place of its earlier ones. */
  private static Map<String, Object> merged(
      Form form, Place place, Map<String, Object> before, FormBody sent) {
    Map<String, Object> answers = new LinkedHashMap<>(before);
    var items = form.items(place);
    for (var item : items) {
      var answer = sent.answer(item);
      if (answer == null) answers.remove(item.id());
      else answers.put(item.id(), answer);
    }
    if (items.stream().anyMatch(Item::written)) {
      answers.put(Answers.REVIEWERS_ONLY, sent.fields().containsKey(Answers.REVIEWERS_ONLY));
    }
    return answers;
  }

  private Response shown(Supplier<String> view) {
    return answered(() -> view(200, view.get()));
  }

  private Response answered(Supplier<Response> answer) {
    try {
      return answer.get();
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  /** Says no in her language, with what to do; what has no words of its own goes on. */
  private Response refused(Refusal refusal) {
    int status = refusal.status();
    boolean page = NO_PAGE.equals(refusal.getMessage());
    if (!List.of(403, 404, 409, 410, 413, 422, 429, 503).contains(status)) throw refusal;
    if (refusal.secondsToWait() > 0) {
      servlet.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.secondsToWait()));
    }
    speak();
    models.put("heading", language().say("refused." + status + ".title"));
    models.put(
        "detail",
        status == 429
            ? language().say("refused.429", refusal.secondsToWait())
            : language().say(page ? "refused.page" : "refused." + status));
    models.put("again", page || List.of(413, 422, 503).contains(status) ? "/s/" + token : null);
    return view(status, "response/refused.html");
  }

  private Response view(int status, String view) {
    // The view is written before the status and the headers of the answer below are.
    servlet.setStatus(status);
    if (wanted != null) remember(language());
    return Response.status(status).entity(view).type("text/html;charset=UTF-8").build();
  }

  private Response go(Place place) {
    return Response.seeOther(URI.create(address(place))).build();
  }

  private Response spoken(String tag, Place place) {
    remember(Language.of(tag, accepted));
    return go(place);
  }

  private String address(Place place) {
    return "/s/" + token + place.path();
  }

  private Language language() {
    return Language.of(wanted == null ? remembered : wanted, accepted);
  }

  /** Goes to the pages of this link alone. */
  private void remember(Language language) {
    var cookie = new Cookie(LANGUAGE, language.tag());
    cookie.setPath("/s/" + token);
    cookie.setMaxAge(A_MONTH);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    servlet.addCookie(cookie);
  }
}
