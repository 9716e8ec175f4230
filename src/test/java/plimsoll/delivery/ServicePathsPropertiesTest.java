package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plimsoll.catalog.ServicePart;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.metric.Change;

class ServicePathsPropertiesTest {

  /** Whatever depth a folder has, a file in it is never missed, although paths are kept cut. */
  @Property
  void fileInAFolderConcernsItsService(
      @ForAll("folders") String folder, @ForAll("folders") String file) {
    var paths = new ServicePaths(List.of(part("pay", folder)));
    assertTrue(paths.concern("pay", change(folder + "/" + file)));
  }

  /** A folder of at most two steps takes in nothing else. */
  @Property
  void fileOutsideOfAShallowFolderConcernsNobody(
      @ForAll("shallow") String folder, @ForAll("folders") String file) {
    var paths = new ServicePaths(List.of(part("pay", folder)));
    var path = file + "/x.java";
    assertEquals(path.startsWith(folder + "/"), paths.concern("pay", change(path)), path);
  }

  /** Which of several folders or files comes first decides nothing. */
  @Property
  void anyOfItsFoldersWillDo(@ForAll("folders") String one, @ForAll("folders") String other) {
    var paths = new ServicePaths(List.of(part("pay", one), part("pay", other)));
    var back = new ServicePaths(List.of(part("pay", other), part("pay", one)));
    for (var path : List.of(one + "/x", other + "/y", "elsewhere/z")) {
      assertEquals(paths.concern("pay", change(path)), back.concern("pay", change(path)));
    }
    assertTrue(paths.concern("pay", change("elsewhere/z", other + "/y")));
  }

  @Property
  void otherServicesAndRepositoriesAreNotTouched(@ForAll("folders") String folder) {
    var paths = new ServicePaths(List.of(part("pay", folder)));
    var elsewhere = new Change("acme/other", "1", "1", Instant.EPOCH, null, null, List.of("q/q"));
    assertTrue(paths.concern("cart", change("q/q")));
    assertTrue(paths.concern("pay", elsewhere));
  }

  @Property
  void folderIsTheSameHoweverItIsWritten(@ForAll("folders") String folder) {
    for (var written : List.of("/" + folder, folder + "/", "./" + folder, " " + folder + "// ")) {
      assertEquals(part("pay", folder), ServicePart.of("pay", "Acme/Shop ", written).orElseThrow());
    }
  }

  @Example
  void whatNobodyKnowsConcernsEverybody() {
    var paths = new ServicePaths(List.of(part("pay", "services/pay")));
    assertTrue(
        paths.concern("pay", new Change("acme/shop", "1", "1", Instant.EPOCH, null, null, null)));
  }

  private static Change change(String... touched) {
    return new Change(
        "Acme/shop", "1", "1", Instant.EPOCH, null, null, ChangeFact.cut(Stream.of(touched)));
  }

  private static ServicePart part(String service, String folder) {
    return ServicePart.of(service, "acme/shop", folder).orElseThrow();
  }

  @Provide
  Arbitrary<String> folders() {
    return steps(4);
  }

  @Provide
  Arbitrary<String> shallow() {
    return steps(2);
  }

  private static Arbitrary<String> steps(int most) {
    return Arbitraries.of("a", "b", "ab", "services", "決済", "x.y")
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(all -> String.join("/", all));
  }
}
