package plimsoll.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The teams of the campaigns that were looked at last. They never change once a campaign is made,
 * so a node may remember them; else each answer that comes in would read all of them.
 */
final class Remembered {
  private static final int MOST_CAMPAIGNS = 100;
  private final Map<UUID, List<CampaignView.Team>> teams =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, List<CampaignView.Team>> eldest) {
              return size() > MOST_CAMPAIGNS;
            }
          });

  List<CampaignView.Team> teams(UUID campaign, Function<UUID, List<CampaignView.Team>> read) {
    var known = teams.get(campaign);
    return known == null ? remember(campaign, read.apply(campaign)) : known;
  }

  private List<CampaignView.Team> remember(UUID campaign, List<CampaignView.Team> read) {
    if (!read.isEmpty()) {
      teams.put(campaign, read);
    }
    return read;
  }
}
