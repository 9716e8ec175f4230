package plimsoll.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import plimsoll.access.Box;
import plimsoll.survey.Survey;

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

  /** Reads a survey from its file. */
  public static Survey survey(Path file) throws IOException {
    return SurveyFile.read(file.getFileName().toString(), Files.readString(file)).survey();
  }
}
