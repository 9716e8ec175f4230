package plimsoll.campaign;

import java.nio.file.Path;
import java.util.UUID;
import plimsoll.access.Box;

/** What an open campaign has outside of the database, for those who put in answers from outside. */
public final class Opened {
  private Opened() {}

  /**
   * @param folder the server's own folder of keys
   */
  public static Box urn(Path folder, UUID campaign) {
    var vault = new Vault();
    vault.place = folder.toString();
    return vault.get(campaign).urn();
  }
}
