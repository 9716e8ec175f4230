package plimsoll.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.language.Language;

/**
 * Where somebody ends mail to herself: by a button, or by the one click of her mail program (RFC
 * 8058), which posts here without a session. The word in the address is the secret.
 */
@Controller
@RequestScoped
@Path(OptOuts.PATH + "{word}")
public class OptOutPages {
  @Inject OptOuts optOuts;
  @Inject Models models;

  @PathParam("word")
  String word;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  String accepted;

  /** Only shows: mail scanners open every link. */
  @GET
  @PermitAll
  public String show() {
    return page(person());
  }

  @POST
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public String end() {
    var person = person();
    optOuts.add(person);
    return page(person);
  }

  @POST
  @Path("undone")
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public String undo() {
    var person = person();
    optOuts.remove(person);
    return page(person);
  }

  private UUID person() {
    return optOuts.person(word).orElseThrow(() -> Refusal.notFound("page"));
  }

  private String page(UUID person) {
    models.put("say", Language.of(null, accepted));
    models.put("here", "/" + OptOuts.PATH + word);
    models.put("ended", optOuts.contains(person));
    return "mail/unsubscribe.html";
  }
}
