package plimsoll.estate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.catalog.PortalView;
import plimsoll.catalog.Portals;
import plimsoll.catalog.TemplateView;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.estate.PlatformView.OfTemplate;
import plimsoll.pattern.CommonWay;
import plimsoll.platform.PortalCoverage;
import plimsoll.platform.PortalCoverage.Shown;
import plimsoll.platform.TemplateUse;
import plimsoll.workload.Fingerprints;
import plimsoll.workload.WorkloadFiles;

/** How much of what runs a developer portal knows, and what became of its templates. */
@ApplicationScoped
@Transactional
public class PortalCover {
  private static final Duration LATELY = Duration.ofDays(90);

  /** Services of one template; of more only these are compared. */
  private static final int COMPARED = 500;

  @Inject Portals portals;
  @Inject WorkloadFiles files;
  @Inject Fingerprints fingerprints;

  /** Keys of services that were deployed to production lately, or are seen in a cluster. */
  Set<String> running(DeliveryRecords.Cut cut, Instant now) {
    var running = new TreeSet<>(files.inClusters());
    cut.ledger().production().stream()
        .filter(one -> !one.at().isBefore(now.minus(LATELY)))
        .map(one -> one.deployment().service())
        .filter(Objects::nonNull)
        .forEach(running::add);
    running.remove(WorkloadFiles.SURROUNDINGS);
    return running;
  }

  /**
   * @return null when nothing runs
   */
  PortalCoverage coverage(DeliveryRecords.Cut cut, Instant now) {
    var running = running(cut, now);
    if (running.isEmpty()) return null;
    var known = portals.services(now).stream().collect(toMap(PortalView::service, one -> one));
    return PortalCoverage.of(running.stream().map(known::get).map(PortalCover::shown).toList());
  }

  /** Null is a service of which the catalog knows nothing. */
  private static Shown shown(PortalView one) {
    if (one == null || one.portal() == null) {
      return new Shown(false, one != null && one.team() != null, false, false, false, false, false);
    }
    var portal = one.portal();
    return new Shown(
        true,
        one.team() != null,
        one.lifecycle() != null,
        one.location() != null && one.location().startsWith("http"),
        portal.docs(),
        portal.apis() > 0,
        portal.template() != null);
  }

  List<OfTemplate> templates(Instant now) {
    var all =
        portals.services(now).stream()
            .filter(one -> one.portal() != null && one.templateAt() != null)
            .collect(groupingBy(one -> one.portal().template()));
    return portals.templates(now).stream()
        .map(one -> use(one, all.getOrDefault(one.key(), List.of()), now))
        .toList();
  }

  private OfTemplate use(TemplateView template, List<PortalView> made, Instant now) {
    var keys = made.stream().map(PortalView::service).limit(COMPARED).toList();
    // What was read today is kept under today.
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    var read =
        fingerprints.profiles(day, keys).values().stream()
            .map(profile -> profile.fingerprint(""))
            .toList();
    var use =
        TemplateUse.of(
            template.name(),
            template.firstAt(),
            made.stream().map(PortalView::templateAt).toList(),
            now);
    return new OfTemplate(
        use.name(), use.services(), use.latestAt(), use.abandoned(), CommonWay.of(read));
  }
}
