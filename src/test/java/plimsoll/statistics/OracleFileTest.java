package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plimsoll.statistics.Oracles.Room;

class OracleFileTest {

  @Test
  void everyEntryOfTheFileIsAssertedByARoom() {
    var entries = new TreeSet<String>();
    Oracles.file().fieldNames().forEachRemaining(entries::add);
    entries.remove("note");
    var asserted = new TreeSet<String>();
    for (var room : Room.values()) asserted.addAll(room.keys());
    assertEquals(entries, asserted);
  }

  @Test
  void ourCopyHoldsTheSameFacts() {
    assumeTrue(Files.exists(Oracles.SHARED));
    assertEquals(Oracles.shared(), Oracles.own());
  }

  @Test
  void aValueThatNobodyAsksForIsFound() throws Exception {
    var json = "{\"name\": \"x\", \"p\": 1, \"rows\": [[1, 2], [3]]}";
    var oracle = new Oracle("o", new ObjectMapper().readTree(json));
    oracle.number("p");
    oracle.at("rows").at(0).numbers();
    assertEquals(Set.of("o.rows[1][0]"), oracle.unasked());
    assertThrows(IllegalArgumentException.class, () -> oracle.number("q"));
  }
}
