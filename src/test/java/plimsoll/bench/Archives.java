package plimsoll.bench;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import plimsoll.bench.bare.BareApplication;
import plimsoll.bench.bare.BareResource;
import plimsoll.bench.bare.Row;
import plimsoll.bench.bare.Rows;
import plimsoll.database.Connections;

/** The applications to measure against. */
final class Archives {
  private static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\"/>";
  private static final String UNIT =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="bare" transaction-type="JTA">
          <jta-data-source>java:app/jdbc/bare</jta-data-source>
          <exclude-unlisted-classes>false</exclude-unlisted-classes>
        </persistence-unit>
      </persistence>
      """;
  private static final String WEB =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <data-source>
          <name>java:app/jdbc/bare</name>
          <class-name>plimsoll.database.Connections</class-name>
          <url>${MPCONFIG=plimsoll.database.url}</url>
          <user>${MPCONFIG=plimsoll.database.user}</user>
          <password>${MPCONFIG=plimsoll.database.password}</password>
          <initial-pool-size>2</initial-pool-size>
          <max-pool-size>40</max-pool-size>
          <min-pool-size>2</min-pool-size>
        </data-source>
      </web-app>
      """;

  private Archives() {}

  static Path empty(Path folder) {
    return write(
        ShrinkWrap.create(WebArchive.class)
            .addAsWebResource(new StringAsset("empty"), "index.html"),
        folder.resolve("empty.war"));
  }

  static Path bare(Path folder) {
    return write(
        ShrinkWrap.create(WebArchive.class)
            .addClasses(
                BareApplication.class, BareResource.class, Row.class, Rows.class, Connections.class)
            .addClass("plimsoll.database.Obstacle")
            .addAsLibrary(driver())
            .addAsResource(new StringAsset(UNIT), "META-INF/persistence.xml")
            .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
            .setWebXML(new StringAsset(WEB)),
        folder.resolve("bare.war"));
  }

  private static java.io.File driver() {
    var code = org.postgresql.Driver.class.getProtectionDomain().getCodeSource();
    return new java.io.File(code.getLocation().getPath());
  }

  private static Path write(WebArchive archive, Path file) {
    archive.as(ZipExporter.class).exportTo(file.toFile(), true);
    return file;
  }
}
