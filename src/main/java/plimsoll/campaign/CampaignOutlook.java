package plimsoll.campaign;

import java.util.List;

/**
 * Somebody looks at an open campaign: whoever knows what those who keep silent could still change
 * adds a sentence. Only what is told of the campaign goes out, and only that may be used.
 *
 * @param progress as it is shown
 * @param hints to add to
 */
public record CampaignOutlook(Progress progress, List<String> hints) {}
