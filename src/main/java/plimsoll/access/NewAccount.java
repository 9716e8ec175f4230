package plimsoll.access;

import java.util.ArrayList;
import java.util.List;
import plimsoll.access.Refusal.Fault;

/**
 * An account as somebody asks for it.
 *
 * @param name 1 to 100 letters, digits, dots, hyphens, underscores or at signs
 * @param displayName as people call the person; the name when blank
 * @param password at least 12 characters
 * @param roles at least one of {@link Role#ALL}
 */
record NewAccount(String name, String displayName, String password, List<String> roles) {
  NewAccount {
    name = name == null ? "" : name.strip();
    displayName = displayName == null || displayName.isBlank() ? name : displayName.strip();
    password = password == null ? "" : password;
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /**
   * @throws Refusal 422 that names every fault
   */
  NewAccount checked() {
    var faults = new ArrayList<Fault>();
    if (!name.matches("[\\p{L}\\p{N}._@-]{1,100}")) {
      faults.add(
          new Fault("name", "The name takes 1 to 100 letters, digits, dots, hyphens or at signs."));
    }
    if (displayName.length() > 200) {
      faults.add(new Fault("displayName", "The display name takes at most 200 characters."));
    }
    if (password.length() < 12 || password.length() > 200) {
      faults.add(new Fault("password", "The password takes 12 to 200 characters."));
    }
    if (roles.isEmpty() || !Role.ALL.containsAll(roles)) {
      faults.add(new Fault("roles", "Choose at least one role."));
    }
    if (!faults.isEmpty()) {
      throw Refusal.wrong("The account was not added.", faults);
    }
    return this;
  }
}
