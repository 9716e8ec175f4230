package plimsoll.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.document.Packed.gzip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import plimsoll.document.Archive.Content;
import plimsoll.document.Archive.Limits;
import plimsoll.document.Archive.RefusedException;
import plimsoll.document.Packed.Tar;
import plimsoll.document.Packed.Zip;

class ArchiveTest {
  private static final Limits LIMITS = new Limits(50_000_000, 1_000_000, 5_000_000, 1000, 200);
  private static final String YAML = "kind: Service\n";

  @Test
  void filesOfEveryKindOfArchiveAreRead() throws IOException {
    var zip = new Zip().file("k8s/a.yaml", YAML).bytes();
    var tar = new Tar().file("./k8s/a.yaml", YAML).bytes();
    assertEquals(Map.of("k8s/a.yaml", YAML), read(zip).files());
    assertEquals(Map.of("k8s/a.yaml", YAML), read(tar).files());
    assertEquals(Map.of("k8s/a.yaml", YAML), read(gzip(tar)).files());
    assertEquals(Map.of("", YAML), read(gzip(YAML.getBytes(UTF_8))).files());
  }

  @Test
  void whatIsNoArchiveIsNone() throws IOException {
    assertNull(read(YAML.getBytes(UTF_8)));
    assertNull(read(new byte[0]));
    assertNull(read(new byte[2000]));
    assertNull(read(YAML.repeat(100).getBytes(UTF_8)));
  }

  @Test
  void archivesOfOtherKindsAreRefusedWithAWord() {
    var refused = refused(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0, 0});
    assertFalse(refused.isTooLarge());
    assertEquals("Archives are read as .zip, .tar, .tar.gz or .gz.", refused.getMessage());
  }

  @Test
  void pathsThatLeadOutArePassedOver() throws IOException {
    for (var bad :
        Set.of("../a.yaml", "x/../../a.yaml", "/etc/a.yaml", "C:\\a.yaml", "a\\..\\b.yaml")) {
      var zip = read(new Zip().file(bad, "x: 1").file("good.yaml", YAML).bytes());
      assertEquals(Set.of("good.yaml"), zip.files().keySet(), bad);
      assertEquals("Its path leads out of the archive, or is none.", zip.notes().get(0).why());
      var tar = read(new Tar().file(bad, "x: 1").file("good.yaml", YAML).bytes());
      assertEquals(Set.of("good.yaml"), tar.files().keySet(), bad);
    }
  }

  @Test
  void linksAndDevicesAreNotFollowed() throws IOException {
    var tar =
        new Tar()
            .link("passwd.yaml", "/etc/passwd", TarConstants.LF_SYMLINK)
            .link("hard.yaml", "good.yaml", TarConstants.LF_LINK)
            .link("disk.yaml", "", TarConstants.LF_BLK)
            .link("tty.yaml", "", TarConstants.LF_CHR)
            .link("pipe.yaml", "", TarConstants.LF_FIFO)
            .file("good.yaml", YAML);
    var read = read(tar.bytes());
    assertEquals(Set.of("good.yaml"), read.files().keySet());
    assertEquals(5, read.notes().size());
    assertEquals(5, read.passedOver());
    var zip = read(new Zip().link("passwd.yaml", "/etc/passwd").file("good.yaml", YAML).bytes());
    assertEquals(Set.of("good.yaml"), zip.files().keySet());
    assertEquals("It is a link, and links are not followed.", zip.notes().get(0).why());
  }

  @Test
  void archivesInArchivesAreNotOpened() throws IOException {
    var inner = new Zip().file("b.yaml", YAML).bytes();
    var read =
        read(new Zip().file("inner.zip", inner).file("a.yaml", YAML.getBytes(UTF_8)).bytes());
    assertEquals(Set.of("a.yaml"), read.files().keySet());
    assertEquals("An archive in an archive isn't opened.", read.notes().get(0).why());
    assertTrue(refused(gzip(inner)).getMessage().contains("Send the inner one"));
    assertTrue(refused(gzip(gzip(inner))).getMessage().contains("Send the inner one"));
  }

  @Test
  void ofTwoFilesWithOnePathTheLaterIsTaken() throws IOException {
    var read = read(new Tar().file("a.yaml", "x: 1\n").file("a.yaml", "x: 2\n").bytes());
    assertEquals(Map.of("a.yaml", "x: 2\n"), read.files());
    assertEquals("It is there twice; the later one was taken.", read.notes().get(0).why());
  }

  @Test
  void encryptedFilesArePassedOver() throws IOException {
    var zip = new Zip().file("a.yaml", YAML).file("b.yaml", YAML).bytes();
    encryptFirst(zip);
    var read = read(zip);
    assertEquals(Set.of("b.yaml"), read.files().keySet());
    assertEquals("It is encrypted.", read.notes().get(0).why());
  }

  /** Sets the flag in the first head and in the first entry of the directory. */
  private static void encryptFirst(byte[] zip) {
    zip[6] |= 1;
    for (int i = 0; i < zip.length - 4; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
        return;
      }
    }
  }

  @Test
  void whatIsNoTextIsPassedOver() throws IOException {
    var read =
        read(
            new Zip()
                .file("a.yaml", new byte[] {0, 1, 2})
                .file("b.yaml", new byte[] {(byte) 0xe9, 't', (byte) 0xe9})
                .file("logo.png", new byte[] {1})
                .file("c.yaml", "\ufeffx: 1".getBytes(StandardCharsets.UTF_16LE))
                .bytes());
    assertEquals(Map.of("c.yaml", "x: 1"), read.files());
    assertEquals(3, read.passedOver());
    assertEquals(2, read.notes().size());
  }

  @Test
  void aFileThatIsTooLargeIsPassedOverAndTheOthersAreRead() throws IOException {
    var large = "x".repeat(1_000_001);
    var read = read(new Zip().file("big.yaml", large).file("a.yaml", YAML).bytes());
    assertEquals(Set.of("a.yaml"), read.files().keySet());
    assertEquals("It is larger than 1 MB.", read.notes().get(0).why());
    var tar = read(gzip(new Tar().file("big.yaml", large).file("a.yaml", YAML).bytes()));
    assertEquals(Set.of("a.yaml"), tar.files().keySet());
  }

  @Test
  void aBombOfZerosIsRefused() {
    var tar = new Tar().file("zeros.bin", new byte[40_000_000]).bytes();
    assertTrue(refused(gzip(tar)).isTooLarge());
    var slow =
        new Tar().file("zeros.yaml", new byte[500_000]).file("more.bin", new byte[60_000_000]);
    assertTrue(refused(gzip(slow.bytes())).getMessage().startsWith("It unpacks to more"));
  }

  @Test
  void aSingleFileOfZerosIsPassedOver() throws IOException {
    var read = read(gzip(new byte[60_000_000]));
    assertEquals(Map.of(), read.files());
    assertEquals("It is larger than 1 MB.", read.notes().get(0).why());
  }

  @Test
  void manySmallBombsAreRefusedTogether() {
    var zip = new Zip();
    for (int i = 0; i < 60; i++) {
      zip.file("f" + i + ".yaml", "a".repeat(1_000_000));
    }
    assertTrue(refused(zip.bytes()).isTooLarge());
  }

  @Test
  void tooManyFilesAreRefused() {
    var zip = new Zip();
    var tar = new Tar();
    for (int i = 0; i < 1001; i++) {
      zip.file("f" + i + ".txt", "");
      tar.file("f" + i + ".txt", "");
    }
    assertEquals("It has more than 1,000 files.", refused(zip.bytes()).getMessage());
    assertEquals("It has more than 1,000 files.", refused(tar.bytes()).getMessage());
  }

  @Test
  void aNameThatIsLongerThanAnyIsRefused() {
    var tar = new Tar().longName(new byte[2_000_000]).file("x.yaml", "").bytes();
    assertEquals("It is damaged: a name in it is longer than any.", refused(tar).getMessage());
  }

  @Test
  void whatEndsTooEarlyIsRefusedWhole() {
    var noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    var tar = gzip(new Tar().file("a.yaml", YAML).file("b.bin", noise).bytes());
    var zip = new Zip().file("a.yaml", YAML).file("b.bin", noise).bytes();
    for (int share = 1; share < 10; share++) {
      assertFalse(refused(head(tar, tar.length * share / 10)).isTooLarge());
      assertFalse(refused(head(zip, zip.length * share / 10)).isTooLarge());
    }
  }

  private static byte[] head(byte[] whole, int length) {
    return Arrays.copyOf(whole, Math.max(4, length));
  }

  @Test
  void theFolderThatAForgePutsAroundIsLeftOut() throws IOException {
    var read =
        read(
            new Tar()
                .file("shop-9f2c/README.md", "hello")
                .file("shop-9f2c/deploy/a.yaml", YAML)
                .bytes());
    assertEquals(Set.of("deploy/a.yaml"), read.files().keySet());
    var plain = read(new Tar().file(".github/workflows/ci.yaml", YAML).bytes());
    assertEquals(Set.of(".github/workflows/ci.yaml"), plain.files().keySet());
    var folder = read(new Tar().file("k8s/a.yaml", YAML).bytes());
    assertEquals(Set.of("k8s/a.yaml"), folder.files().keySet());
  }

  @Test
  void moreThanIsTakenIsNotEvenKeptForAMoment() {
    var sent = new ByteArrayInputStream(new byte[3_000_001]);
    var refused = assertThrows(RefusedException.class, () -> Spool.of(sent, 3_000_000));
    assertTrue(refused.isTooLarge());
    assertEquals("It is larger than the 3 MB that are taken.", refused.getMessage());
  }

  private static Content read(byte[] sent) throws IOException {
    try (var spool = Spool.of(new ByteArrayInputStream(sent), 100_000_000)) {
      return Archive.read(spool, LIMITS, path -> path.endsWith(".yaml") || path.isEmpty());
    }
  }

  private static RefusedException refused(byte[] sent) {
    var refused = assertThrows(RefusedException.class, () -> read(sent));
    assertNotNull(refused.getMessage());
    return refused;
  }
}
