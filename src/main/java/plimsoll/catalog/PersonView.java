package plimsoll.catalog;

import java.util.List;
import java.util.UUID;

/**
 * A person as listed for those who invite.
 *
 * @param email null when none is known
 * @param teams keys of the teams, sorted
 */
public record PersonView(UUID id, String key, String name, String email, List<String> teams) {}
