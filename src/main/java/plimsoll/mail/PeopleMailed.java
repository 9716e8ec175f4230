package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import plimsoll.catalog.Dossier;
import plimsoll.catalog.PersonErased;

/** What mail knows of a person: letters of the last weeks, and whether mail is wanted at all. */
@ApplicationScoped
@Transactional
public class PeopleMailed {
  @Inject Outbox outbox;
  @Inject OptOuts optOuts;

  void tell(@Observes Dossier dossier) {
    dossier
        .held()
        .put("letters", outbox.to(dossier.person()).stream().map(PeopleMailed::told).toList());
    dossier.held().put("wantsNoMail", optOuts.contains(dossier.person()));
  }

  /** That somebody wants no mail is kept, as an id: to forget it would be to write again. */
  void erase(@Observes PersonErased erased) {
    outbox.forget(erased.person());
  }

  private static Map<String, Object> told(Letter letter) {
    var told = new LinkedHashMap<String, Object>();
    told.put("kind", letter.kind());
    told.put("state", letter.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    told.put("reason", letter.reason());
    return told;
  }
}
