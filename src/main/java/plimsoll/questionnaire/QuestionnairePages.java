package plimsoll.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.access.Role;

/** Where a product manager writes questionnaires, changes copies of them and publishes them. */
@Controller
@RequestScoped
@Path("questionnaires")
public class QuestionnairePages {
  @Inject Shelf shelf;
  @Inject Surveys surveys;
  @Inject Manuscripts manuscripts;
  @Inject Audit audit;
  @Inject Models models;
  @Context SecurityContext caller;
  @Context HttpServletResponse servlet;

  @GET
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  public String list() {
    return list(Map.of());
  }

  @POST
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response begin(MultivaluedMap<String, String> sent) {
    var fields = fields(sent);
    return attempted(
        fields,
        () -> {
          var key = fields.getOrDefault("key", "").strip();
          var title = fields.getOrDefault("title", "").strip();
          var edition = shelf.nextEdition(key);
          var text = Templates.survey(key, edition, title.isEmpty() ? key : title);
          return begun(manuscripts.begin(key, edition, text, me()));
        });
  }

  @POST
  @Path("copies")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response copy(@FormParam("of") String name) {
    return attempted(Map.of(), () -> begun(shelf.copy(name, me())));
  }

  @POST
  @Path("imports")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response take(MultivaluedMap<String, String> sent) {
    var fields = fields(sent);
    return attempted(
        fields,
        () ->
            begun(
                shelf
                    .take(
                        fields.getOrDefault("surveyjs", ""), fields.get("surveyjs-key"), null, me())
                    .draft()));
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  public String one(
      @PathParam("name") String name,
      @QueryParam("view") String view,
      @QueryParam("language") String language,
      @QueryParam("open") String open) {
    var draft = manuscripts.find(name).filter(one -> !one.published());
    if (draft.isEmpty()) return published(name);
    return editor(draft.get(), draft.get().text(), given(view, language, open), null);
  }

  @POST
  @Path("{name}")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response save(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
    var fields = fields(sent);
    var action = fields.getOrDefault("do", "save");
    var text = Drafting.text(fields);
    try {
      manuscripts.write(name, text, revision(fields), me());
      if (action.equals("publish")) return publish(name);
      return go(name, to(fields, action, text));
    } catch (Refusal refusal) {
      return again(name, text, fields, refusal);
    }
  }

  /** What is to be said of the form as it stands, without saving it. */
  @POST
  @Path("{name}/check")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public String check(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
    var draft = manuscripts.get(name);
    say(Review.of(name, Drafting.text(fields(sent)), surveys.editionsOf(draft.key())));
    return "questionnaire/check.html";
  }

  @POST
  @Path("{name}/deletion")
  @RolesAllowed({Role.PRODUCT, Role.ADMINISTRATOR})
  @CsrfProtected
  public Response delete(
      @PathParam("name") String name,
      @FormParam("revision") Integer revision,
      @FormParam("sure") String sure) {
    if (sure == null)
      throw Refusal.wrong("sure", "Tick that you are sure. The draft is still there.");
    manuscripts.delete(name, revision == null ? -1 : revision);
    audit.record(me(), "deleted a draft of a survey", name);
    return Response.seeOther(UriBuilder.fromPath("/questionnaires").build()).build();
  }

  private String list(Map<String, String> given) {
    models.put("editions", shelf.all());
    models.put("surveyFaults", surveys.faults());
    models.put("given", new HashMap<>(given));
    return "questionnaire/questionnaires.html";
  }

  private String published(String name) {
    var edition = surveys.find(name).orElseThrow(() -> Refusal.notFound("questionnaire"));
    models.put("edition", shelf.view(edition.survey()));
    models.put("text", edition.text());
    return "questionnaire/published.html";
  }

  private String editor(Written draft, String text, Map<String, String> given, Refusal refusal) {
    var form = "text".equals(given.get("view")) ? null : Drafting.form(text);
    var languages = form == null ? List.of("en") : FormTree.languages(form);
    var other =
        languages.stream()
            .skip(1)
            .filter(one -> one.equals(given.get("language")))
            .findFirst()
            .orElse(null);
    models.put("draft", draft);
    models.put("text", text);
    models.put("refusal", refusal == null ? null : refusal.getMessage());
    models.put("refusals", refusal == null ? List.of() : refusal.faults());
    models.put("asText", form == null);
    models.put("formless", form == null && !"text".equals(given.get("view")));
    models.put("languages", languages);
    models.put("language", other);
    models.put("open", given.getOrDefault("open", ""));
    if (form != null) models.put("sheet", Sheet.of(form, other));
    say(Review.of(draft.name(), text, surveys.editionsOf(draft.key())));
    return "questionnaire/editor.html";
  }

  /** A page of the form to look at. */
  public record FormPage(String key, String title) {}

  private void say(Review review) {
    models.put("review", review);
    models.put(
        "pages",
        review.survey() == null
            ? List.of()
            : review.survey().blocks().stream()
                .map(block -> new FormPage(block.key(), block.title().in("en")))
                .toList());
  }

  private Response publish(String name) {
    var published = manuscripts.publish(name, manuscripts.get(name).revision(), me());
    audit.record(me(), "published a survey", published.name());
    return go(name, Map.of());
  }

  /** The editor again, with all that was typed; saved is only what the refusal doesn't speak of. */
  private Response again(String name, String text, Map<String, String> fields, Refusal refusal) {
    var draft = manuscripts.get(name);
    if (draft.published()) throw refusal;
    servlet.setStatus(refusal.status());
    return Response.status(refusal.status()).entity(editor(draft, text, fields, refusal)).build();
  }

  private interface Attempt {
    Response now();
  }

  private Response attempted(Map<String, String> given, Attempt attempt) {
    try {
      return attempt.now();
    } catch (Refusal refusal) {
      models.put("refusal", refusal.getMessage());
      models.put("refusals", refusal.faults());
      servlet.setStatus(refusal.status());
      return Response.status(refusal.status()).entity(list(given)).build();
    }
  }

  private Response begun(Written draft) {
    audit.record(me(), "began a survey", draft.name());
    return go(draft.name(), Map.of());
  }

  /** Back to where the button was pressed, with that part open. */
  private static Map<String, String> to(Map<String, String> fields, String action, String text) {
    var to = new HashMap<>(given(fields.get("view"), fields.get("language"), null));
    var verb = action.split(" ")[0];
    var pointer = action.contains(" ") ? action.split(" ")[1] : "";
    switch (verb) {
      case "as-text" -> to.put("view", "text");
      case "as-form" -> to.remove("view");
      case "show" -> to.put("language", fields.getOrDefault("show-language", ""));
      case "speak" -> to.put("language", pointer);
      case "add" ->
          to.put("open", pointer.substring(1).replace('/', '-') + "-" + (size(text, pointer) - 1));
      case "up", "down" -> to.put("open", moved(pointer, verb.equals("up") ? -1 : 1));
      case "remove" ->
          to.put(
              "open",
              pointer.substring(1, Math.max(1, pointer.lastIndexOf('/'))).replace('/', '-'));
      default -> {}
    }
    return to;
  }

  private static int size(String text, String pointer) {
    var form = Drafting.form(text);
    return form == null ? 1 : Typed.size(form, pointer);
  }

  private static String moved(String pointer, int by) {
    int cut = pointer.lastIndexOf('/') + 1;
    var last = pointer.substring(cut);
    int to = last.matches("\\d{1,4}") ? Math.max(0, Integer.parseInt(last) + by) : 0;
    return (pointer.substring(1, Math.max(1, cut)) + to).replace('/', '-');
  }

  private static Map<String, String> given(String view, String language, String open) {
    var given = new HashMap<String, String>();
    if ("text".equals(view)) given.put("view", view);
    if (language != null && !language.isBlank()) given.put("language", language);
    if (open != null) given.put("open", open);
    return given;
  }

  private static Response go(String name, Map<String, String> to) {
    var place = UriBuilder.fromPath("/questionnaires/{name}");
    to.forEach(place::queryParam);
    if (to.containsKey("open")) place.fragment(to.get("open"));
    return Response.seeOther(place.build(name)).build();
  }

  private static int revision(Map<String, String> fields) {
    var revision = fields.getOrDefault("revision", "");
    return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
  }

  private static Map<String, String> fields(MultivaluedMap<String, String> sent) {
    var fields = new java.util.LinkedHashMap<String, String>();
    sent.forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
    return fields;
  }

  private String me() {
    return caller.getUserPrincipal().getName();
  }
}
