package plimsoll.rota;

import java.time.Instant;
import java.util.UUID;

/**
 * One person whose turn it may be.
 *
 * @param team the team that she is asked as a member of
 * @param minutes how long she was asked for in this quarter already
 * @param lastAsked when she was asked last; null for never
 * @param lot settles what is equal; to be drawn so that nobody can foretell it
 */
public record Turn(UUID person, String team, int minutes, Instant lastAsked, long lot) {}
