package plimsoll.estate;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.catalog.Services;
import plimsoll.catalog.Teams;
import plimsoll.delivery.fact.Fact;
import plimsoll.platform.Request;

/**
 * What was asked of the platform by machine: claims, and composite resources in a namespace, which
 * version 2 of Crossplane has in place of claims. A claim and the resource that serves it are one.
 */
@ApplicationScoped
@Transactional
public class Requests {
  @Inject TrackedObjects objects;
  @Inject Services services;
  @Inject Teams teams;

  /** Those that were made before a moment, in the order of time. */
  public List<Request> until(Instant to) {
    var claims = Tracked.once(objects.madeBefore(to, Part.CLAIM));
    var served = claims.stream().map(Requests::claimKey).collect(toSet());
    var composites = Tracked.once(objects.madeBefore(to, Part.COMPOSITE));
    var alone = composites.stream().filter(one -> isRequest(one, served)).toList();
    var all = Stream.concat(claims.stream(), alone.stream()).toList();
    var whose = whose(all, to);
    return all.stream()
        .map(one -> request(one, whose))
        .sorted(Comparator.comparing(Request::requestedAt).thenComparing(Request::id))
        .toList();
  }

  private static String claimKey(Tracked claim) {
    return claim.origin() + " " + claim.namespace() + "/" + claim.name();
  }

  /** Somebody wrote it, in a namespace; one that serves a claim counts where that is not seen. */
  private static boolean isRequest(Tracked composite, Set<String> served) {
    var facts = composite.facts(Requested.class);
    if (facts.claim() != null) return !served.contains(composite.origin() + " " + facts.claim());
    return facts.madeBy() == null && !composite.namespace().isEmpty();
  }

  private Whose whose(List<Tracked> all, Instant at) {
    var names =
        all.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        one.facts(Requested.class).services().stream(), Stream.of(namespace(one))))
            .filter(name -> !name.isEmpty())
            .collect(toSet());
    return Whose.of(services.find(names), services.ownersAt(at), teams.on(at));
  }

  private static Request request(Tracked one, Whose whose) {
    var facts = one.facts(Requested.class);
    var owner = whose.of(facts, namespace(one));
    return new Request(
        one.origin() + " " + one.place() + (one.uid().isEmpty() ? "" : " " + one.uid()),
        owner.team(),
        owner.service(),
        one.shortKind(),
        one.createdAt(),
        facts.answeredAt(),
        facts.readyAt(),
        facts.failedAt(),
        one.goneAt(),
        one.seenAt());
  }

  private static String namespace(Tracked one) {
    var claim = one.facts(Requested.class).claim();
    return Fact.first(
        one.namespace().isEmpty() ? null : one.namespace(),
        claim == null ? "" : claim.substring(0, claim.indexOf('/')));
  }
}
