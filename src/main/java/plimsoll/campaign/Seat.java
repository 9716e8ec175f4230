package plimsoll.campaign;

import java.util.UUID;

/**
 * What a link leads to, without the person.
 *
 * @param invitation to be named when an answer comes
 * @param submitted an answer has come already
 */
public record Seat(UUID invitation, UUID campaign, String team, boolean submitted) {}
