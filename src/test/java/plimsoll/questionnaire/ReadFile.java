package plimsoll.questionnaire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plimsoll.survey.Survey;

/** Reads a survey from its file, for tests of other rooms. */
public final class ReadFile {
  private ReadFile() {}

  public static Survey survey(Path file) throws IOException {
    return SurveyFile.read(file.getFileName().toString(), Files.readString(file)).survey();
  }
}
