package plimsoll.campaign;

import java.util.UUID;

/** A campaign is about to close; whoever could not open what came in refuses now. */
public record CampaignClosing(UUID id) {}
