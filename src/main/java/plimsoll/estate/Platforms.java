package plimsoll.estate;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.catalog.TeamView;
import plimsoll.catalog.Teams;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.delivery.metric.DeliveryReport;
import plimsoll.delivery.metric.Window;
import plimsoll.estate.PlatformView.Fared;
import plimsoll.estate.PlatformView.OfCapability;
import plimsoll.estate.PlatformView.OfQuarter;
import plimsoll.estate.PlatformView.OfTeam;
import plimsoll.estate.PlatformView.Share;
import plimsoll.platform.Asked;
import plimsoll.platform.ClaimShares;
import plimsoll.platform.FewPeople;
import plimsoll.platform.Quarter;
import plimsoll.platform.Request;
import plimsoll.platform.Waiting;

/** Puts together what machines record of the platform's use, over this quarter and three before. */
@ApplicationScoped
@Transactional
public class Platforms {
  private static final int QUARTERS = 4;

  @Inject SelfService selfService;
  @Inject Requests requests;
  @Inject Crossplane crossplane;
  @Inject ArgoCd argoCd;
  @Inject PortalCover portal;
  @Inject DeliveryRecords records;
  @Inject Teams teams;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  /** As it stands now. */
  public PlatformView now() {
    var now = clock.instant();
    var quarters = quarters(now);
    var whole = new Quarter(quarters.get(0).from(), now.plusMillis(1));
    var cut = records.cut(whole.from(), now, now);
    var asked = selfService.asked(now, cut.ledger().events());
    var window = new Window(whole.from(), whole.to(), zone);
    var recent =
        asked.requests().stream().filter(one -> whole.contains(one.requestedAt())).toList();
    var shown = shown(asked, whole, now);
    return new PlatformView(
        now,
        day(whole.from()),
        asked.told(),
        quarters.stream().map(one -> quarter(asked, one, now)).toList(),
        shown.teams(),
        shown.withheld(),
        (int) recent.stream().filter(one -> one.team() == null).count(),
        Waiting.of(waits(recent, now), now),
        capabilities(recent, now),
        (int) recent.stream().filter(one -> one.readyAt() == null && one.goneAt() != null).count(),
        crossplane.unclaimed(),
        crossplane.definitions(),
        crossplane.compositions(),
        crossplane.copies(),
        DeliveryReport.of(cut.ledger(), null, window).metrics().gitopsShare(),
        argoCd.synced(whole),
        portal.running(cut, now).size(),
        portal.coverage(cut, now),
        portal.templates(now));
  }

  /** Those of the four quarters, newest first; whose they are where that may be shown. */
  public List<RequestView> requests() {
    var now = clock.instant();
    var from = quarters(now).get(0).from();
    var all = requests.until(now);
    var recent = all.stream().filter(one -> !one.requestedAt().isBefore(from)).toList();
    var hidden = FewPeople.withheld(owners(recent.stream().map(Request::team)), people(now));
    var views = new ArrayList<>(recent.stream().map(one -> view(one, hidden, now)).toList());
    java.util.Collections.reverse(views);
    return views.stream().limit(RequestView.MOST).toList();
  }

  private static RequestView view(Request one, java.util.Set<String> hidden, Instant now) {
    boolean shown = one.team() != null && !hidden.contains(one.team());
    return new RequestView(
        one.capability(),
        shown ? one.team() : null,
        shown ? one.service() : null,
        one.requestedAt(),
        one.readyAt(),
        RequestView.state(one, now));
  }

  private record Shown(List<OfTeam> teams, int withheld) {}

  private Shown shown(Asked asked, Quarter whole, Instant now) {
    var owners =
        owners(
            Stream.concat(
                asked.requests().stream()
                    .filter(one -> whole.contains(one.requestedAt()))
                    .map(Request::team),
                asked.others().stream()
                    .filter(one -> whole.contains(one.claim().requestedAt()))
                    .map(Asked.Told::team)));
    var hidden = FewPeople.withheld(owners, people(now));
    var teams =
        owners.stream()
            .filter(team -> !hidden.contains(team))
            .map(team -> new OfTeam(team, fared(asked.of(team).shares(whole, now, zone))))
            .toList();
    return new Shown(asked.told() ? teams : List.of(), hidden.size());
  }

  private static List<String> owners(Stream<String> teams) {
    return teams.filter(Objects::nonNull).distinct().sorted().toList();
  }

  private Map<String, Integer> people(Instant at) {
    return teams.on(at).stream().collect(toMap(TeamView::key, TeamView::people));
  }

  private OfQuarter quarter(Asked asked, Quarter one, Instant now) {
    var from = day(one.from());
    return new OfQuarter(
        from.getYear() + " Q" + (from.getMonthValue() + 2) / 3,
        from,
        day(one.to()),
        fared(asked.shares(one, now, zone)));
  }

  private static Fared fared(ClaimShares shares) {
    return shares == null
        ? null
        : new Fared(
            Share.of(shares.selfServed()),
            Share.of(shares.quick()),
            Share.of(shares.stalled()),
            shares.excluded(),
            shares.blocked());
  }

  private static List<OfCapability> capabilities(List<Request> recent, Instant now) {
    return new TreeMap<>(Waiting.byGroup(waits(recent, now), now))
        .entrySet().stream().map(one -> new OfCapability(one.getKey(), one.getValue())).toList();
  }

  private static List<Waiting.Wait> waits(List<Request> requests, Instant now) {
    return requests.stream().map(one -> one.wait(now)).toList();
  }

  private List<Quarter> quarters(Instant now) {
    var today = day(now);
    var first = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
    var all = new ArrayList<Quarter>();
    for (int back = QUARTERS - 1; back >= 0; back--) {
      var from = first.minusMonths(3L * back);
      all.add(new Quarter(start(from), start(from.plusMonths(3))));
    }
    return all;
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
