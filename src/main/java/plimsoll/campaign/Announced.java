package plimsoll.campaign;

import java.util.UUID;

/**
 * What is done about a campaign's results was published; whoever reaches people may tell them.
 *
 * @param path where it can be read without sign-in
 */
public record Announced(UUID campaign, String path) {}
