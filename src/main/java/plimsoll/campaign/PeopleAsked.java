package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.catalog.Dossier;
import plimsoll.catalog.PersonErased;

/** What campaigns know of a person: where he or she was asked, and whether an answer came. */
@ApplicationScoped
@Transactional
public class PeopleAsked {
  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Vault vault;
  @Inject Event<InvitationWithdrawn> withdrawn;
  @Inject Clock clock;

  void tell(@Observes Dossier dossier) {
    dossier.held().put("invitations", of(dossier.person()).stream().map(this::told).toList());
  }

  /** Nobody is asked any more; who answered already stays counted, under the random id. */
  void withdraw(@Observes PersonErased erased) {
    of(erased.person()).stream()
        .filter(invitation -> !invitation.seat().submitted() && open(invitation))
        .forEach(this::withdraw);
  }

  private void withdraw(Invitation invitation) {
    vault
        .find(invitation.seat().campaign())
        .map(key -> key.token(invitation.id()))
        .ifPresent(token -> withdrawn.fire(new InvitationWithdrawn(token)));
    database.remove(invitation);
  }

  private boolean open(Invitation invitation) {
    var state = campaigns.get(invitation.seat().campaign()).state(clock.instant());
    return state != CampaignView.State.CLOSED;
  }

  private Map<String, Object> told(Invitation invitation) {
    var campaign = campaigns.get(invitation.seat().campaign());
    var told = new LinkedHashMap<String, Object>();
    told.put("campaign", campaign.id());
    told.put("title", campaign.title());
    told.put("team", invitation.team());
    told.put("opensAt", campaign.opensAt());
    told.put("closesAt", campaign.closesAt());
    told.put("answered", answered(invitation));
    return told;
  }

  /** Not while it is open: whoever asks again and again would see an answer arrive. */
  private String answered(Invitation invitation) {
    if (open(invitation)) return "not told before the campaign closes";
    if (campaigns.counted(invitation.seat().campaign())) return "no longer known";
    return invitation.seat().submitted() ? "yes" : "no";
  }

  private List<Invitation> of(UUID person) {
    return database
        .createQuery("select i from Invitation i where i.person = :person", Invitation.class)
        .setParameter("person", person)
        .getResultList();
  }
}
