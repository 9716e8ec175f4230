package plimsoll.demonstration;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is true of a team of the first twelve. Needs are points of 0 to 100 at the latest wave, as
 * the method counts them: more is worse.
 *
 * @param tribe key of the department that it stands in
 * @param people how many, where teams have about twelve
 * @param needs by construct, and for the two items of overall effort by item
 * @param worsens points by which the load of infrastructure grows from wave to wave
 * @param deploysPerWeek of one service
 * @param leadTimeHours median from commit to production
 * @param failRate share of deployments that hurt users
 * @param repairHours median
 * @param consistent its services reach production in one way
 */
record Story(
    String key,
    String name,
    String tribe,
    int people,
    List<String> services,
    Map<String, Double> needs,
    double worsens,
    double deploysPerWeek,
    double leadTimeHours,
    double failRate,
    double repairHours,
    boolean consistent) {

  /** Four people: too few to be shown. */
  static final int SMALL = 4;

  static final List<Story> ALL =
      List.of(
          plain("checkout", "Checkout", "shop", 13, "basket,checkout-flow,vouchers,gift-cards")
              .needing(30, 22, 24, 30, 72, 84, 66),
          plain("payments", "Payments", "shop", 14, "ledger,card-gateway,refunds,invoicing")
              .needing(34, 28, 26, 32, 74, 82, 68),
          plain("search", "Search", "shop", 12, "search-index,search-api,suggestions,ranking")
              .needing(32, 20, 28, 34, 82, 66, 88)
              .worsening(7)
              .delivering(1.1, 52, 0.14, 4),
          plain("catalogue", "Catalogue", "shop", 11, "product-store,product-images,product-feed")
              .needing(34, 24, 32, 36, 70, 60, 62),
          plain("pricing", "Pricing", "shop", 11, "price-engine,promotions,tax-rates")
              .needing(30, 22, 28, 30, 66, 58, 60),
          plain("accounts", "Accounts", "customers", 12, "sign-in,profiles,addresses,consents")
              .needing(36, 26, 30, 34, 72, 62, 64),
          plain(
                  "orders",
                  "Orders",
                  "delivery",
                  14,
                  "order-book,order-history,order-events,subscriptions")
              .needing(32, 24, 28, 34, 74, 84, 66),
          plain("shipping", "Shipping", "delivery", 12, "carriers,labels,tracking,delivery-dates")
              .needing(38, 30, 34, 38, 68, 56, 60),
          plain(
                  "warehouse",
                  "Warehouse",
                  "delivery",
                  13,
                  "stock,picking,replenishment,dock-planner,handhelds")
              .needing(76, 86, 70, 78, 70, 52, 58)
              .delivering(0.4, 210, 0.2, 9)
              .inconsistent(),
          plain("returns", "Returns", "customers", 11, "return-portal,return-labels,refurbishment")
              .needing(36, 28, 34, 38, 68, 58, 62),
          plain("fraud", "Fraud", "customers", SMALL, "risk-scores,block-list")
              .needing(40, 30, 36, 40, 72, 60, 66),
          plain(
                  "notifications",
                  "Notifications",
                  "delivery",
                  11,
                  "mail-sender,push-sender,sms-sender,templates,preferences")
              .needing(14, 10, 12, 12, 24, 26, 26)
              .worsening(0)
              .delivering(4, 3, 0.04, 0.6));

  /** The three that built the same pipeline, each in a way of its own. */
  static final List<String> REBUILDERS = List.of("checkout", "payments", "orders");

  /** The one that takes by reference what others build for themselves. */
  static final String SHARER = "notifications";

  private static Story plain(String key, String name, String tribe, int people, String services) {
    return new Story(
        key, name, tribe, people, List.of(services.split(",")), Map.of(), 3, 1.6, 26, 0.1, 2, true);
  }

  private Story needing(
      double d1, double d2, double d3, double d4, double p2, double p3, double exi) {
    var needs =
        Map.ofEntries(
            entry("D1", d1),
            entry("D2", d2),
            entry("D3", d3),
            entry("D4", d4),
            entry("P2", p2),
            entry("P3", p3),
            entry("EXI", exi),
            entry("INT", 40 + 0.15 * exi),
            entry("EXP", 25 + 0.3 * exi),
            entry("GER", 30 + 0.4 * exi),
            entry("L10", 20 + 0.6 * exi),
            entry("L11", 10 + 0.5 * exi),
            entry("FB", 20 + 0.5 * d4),
            entry("FLOW", 25 + 0.4 * exi));
    return new Story(
        key,
        name,
        tribe,
        people,
        services,
        new TreeMap<>(needs),
        worsens,
        deploysPerWeek,
        leadTimeHours,
        failRate,
        repairHours,
        consistent);
  }

  private Story worsening(double points) {
    return new Story(
        key,
        name,
        tribe,
        people,
        services,
        needs,
        points,
        deploysPerWeek,
        leadTimeHours,
        failRate,
        repairHours,
        consistent);
  }

  private Story delivering(double perWeek, double leadHours, double failing, double repair) {
    return new Story(
        key,
        name,
        tribe,
        people,
        services,
        needs,
        worsens,
        perWeek,
        leadHours,
        failing,
        repair,
        consistent);
  }

  private Story inconsistent() {
    return new Story(
        key,
        name,
        tribe,
        people,
        services,
        needs,
        worsens,
        deploysPerWeek,
        leadTimeHours,
        failRate,
        repairHours,
        false);
  }

  /** The story of the team with this number; from the thirteenth on they repeat. */
  static Story number(int index) {
    var story = ALL.get(index % ALL.size());
    var round = index / ALL.size();
    return round == 0 ? story : story.again(round + 1);
  }

  private Story again(int round) {
    return new Story(
        key + "-" + round,
        name + " " + round,
        tribe + "-" + round,
        people,
        services.stream().map(service -> service + "-" + round).toList(),
        needs,
        worsens,
        deploysPerWeek,
        leadTimeHours,
        failRate,
        repairHours,
        consistent);
  }

  /** Its size where teams have about so many people. */
  int people(int perTeam) {
    return people <= SMALL ? people : Math.max(SMALL, Math.round(people * perTeam / 12f));
  }

  /**
   * What was true some waves ago: practice was a little worse, and the need of a platform less.
   *
   * @param wavesAgo 0 for the latest
   */
  double need(String construct, int wavesAgo) {
    var now = needs.get(construct);
    var steady = key.startsWith("notifications");
    var change =
        switch (construct) {
          case "D1", "D3" -> 2;
          case "D2" -> key.startsWith("warehouse") ? 0 : 2;
          case "D4" -> 3;
          case "P2" -> steady ? 0 : -5;
          case "P3" -> steady ? 0 : -5;
          case "EXI", "L10", "GER" -> -worsens;
          default -> 0;
        };
    return Math.max(5, Math.min(95, now + change * wavesAgo));
  }
}
