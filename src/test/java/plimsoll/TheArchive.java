package plimsoll;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that Maven just built, as it is. */
final class TheArchive {
  private TheArchive() {}

  @Deployment(testable = false)
  static WebArchive archive() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("plimsoll.war", "target/ROOT.war")));
  }
}
