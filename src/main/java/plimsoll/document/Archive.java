package plimsoll.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The text files in an archive that somebody sent. Links are not followed, archives in it are not
 * opened, nothing in it is written anywhere or carried out, and no more is unpacked than its limits
 * allow, whatever it says of itself.
 */
public final class Archive {
  /** Reading a head takes no more than this, so that a name of a gigabyte is none. */
  private static final int HEAD_BYTES_MAX = 1_000_000;

  private static final int NOTES_MAX = 100;

  private final Limits limits;
  private final Predicate<String> wanted;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private int passedOver;
  private int entries;
  private long kept;

  private Archive(Limits limits, Predicate<String> wanted) {
    this.limits = limits;
    this.wanted = wanted;
  }

  /**
   * @param unpackedBytesMax all of it together
   * @param fileBytesMax of one file
   * @param keptBytesMax of all files that are kept
   * @param entriesMax files, folders and links together
   * @param ratio how many bytes one that was sent may become, once there are 10 MB of them
   */
  public record Limits(
      long unpackedBytesMax, int fileBytesMax, long keptBytesMax, int entriesMax, int ratio) {
    private static final long RATIO_FROM = 10_000_000;
  }

  /**
   * What was in it.
   *
   * @param files their texts by their paths, with forward slashes
   * @param notes what was left out that somebody may miss, the first hundred
   * @param passedOver how many files were left out
   */
  public record Content(Map<String, String> files, List<Note> notes, int passedOver) {}

  /**
   * @param why a sentence
   */
  public record Note(String path, String why) {}

  /** Nothing of it was taken. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean tooLarge;

    RefusedException(boolean tooLarge, String why) {
      super(why);
      this.tooLarge = tooLarge;
    }

    static RefusedException tooLarge(long bytesMax) {
      return new RefusedException(
          true, "It is larger than the " + bytesMax / 1_000_000 + " MB that are taken.");
    }

    /** Whether it goes beyond a limit, rather than that it can't be read. */
    public boolean isTooLarge() {
      return tooLarge;
    }
  }

  /**
   * Reads it, if it is one.
   *
   * @param wanted which paths may be kept; the others are not even unpacked where that can be
   *     helped
   * @return null when it is none
   * @throws RefusedException when it goes beyond a limit, or can't be read
   */
  public static Content read(Spool sent, Limits limits, Predicate<String> wanted)
      throws RefusedException {
    var archive = new Archive(limits, wanted);
    try {
      return archive.read(sent) ? archive.content() : null;
    } catch (RefusedException e) {
      throw e;
    } catch (EOFException e) {
      throw unreadable("It ends too early.");
    } catch (ZipException e) {
      throw unreadable("It is damaged.");
    } catch (IOException | IllegalArgumentException e) {
      // The library says bad heads in several ways.
      throw unreadable("It is damaged, or ends too early.");
    }
  }

  private static RefusedException unreadable(String why) {
    return new RefusedException(false, why);
  }

  private boolean read(Spool sent) throws IOException {
    switch (Packing.of(sent.stream())) {
      case ZIP -> readZip(sent);
      case TAR -> readTar(new Bounded(sent.stream(), Long.MAX_VALUE));
      case GZIP -> readGzip(sent);
      case OTHER -> throw unreadable("Archives are read as .zip, .tar, .tar.gz or .gz.");
      case NONE -> {
        return false;
      }
    }
    return true;
  }

  private void readGzip(Spool sent) throws IOException {
    var inner = new Bounded(new GZIPInputStream(sent.stream()), unpackedMax(sent));
    var head = inner.peek(Packing.HEAD);
    switch (Packing.of(head)) {
      case TAR -> readTar(inner);
      case NONE -> {
        entries = 1;
        inner.allow(limits.fileBytesMax() + 1L);
        keep("", inner);
      }
      default -> throw unreadable("An archive in an archive isn't opened. Send the inner one.");
    }
  }

  private long unpackedMax(Spool sent) throws IOException {
    long byRatio = Math.max(Limits.RATIO_FROM, sent.length() * limits.ratio());
    return Math.min(limits.unpackedBytesMax(), byRatio);
  }

  private void readTar(Bounded stream) throws IOException {
    var tar = new TarArchiveInputStream(stream, "UTF-8");
    stream.allow(HEAD_BYTES_MAX);
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      count();
      stream.allow(Long.MAX_VALUE);
      readTarEntry(entry, tar);
      tar.skip(Long.MAX_VALUE);
      stream.allow(HEAD_BYTES_MAX);
    }
  }

  private void readTarEntry(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    if (entry.isDirectory()) return;
    var path = path(entry.getName());
    if (path == null) return;
    if (entry.isSymbolicLink() || entry.isLink()) {
      pass(path, "It is a link, and links are not followed.", wanted.test(path));
    } else if (entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO()) {
      pass(path, "It is a device and no file.", true);
    } else if (isKept(path)) {
      if (tar.canReadEntryData(entry)) keep(path, tar);
      else pass(path, "It has gaps, and such files are not read.", true);
    }
  }

  private void readZip(Spool sent) throws IOException {
    Packing.checkEntries(sent.stream(), limits.entriesMax());
    long max = unpackedMax(sent);
    try (var zip =
        ZipFile.builder()
            .setSeekableByteChannel(sent.channel())
            .setIgnoreLocalFileHeader(true)
            .get()) {
      for (Iterator<ZipArchiveEntry> all = zip.getEntries().asIterator(); all.hasNext(); ) {
        count();
        max -= readZipEntry(zip, all.next(), max);
      }
    }
  }

  /** Gives how many bytes were unpacked. */
  private long readZipEntry(ZipFile zip, ZipArchiveEntry entry, long max) throws IOException {
    if (entry.isDirectory()) return 0;
    var path = path(entry.getName());
    if (path == null) return 0;
    if (entry.isUnixSymlink()) {
      pass(path, "It is a link, and links are not followed.", wanted.test(path));
    } else if (isKept(path)) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        pass(path, "It is encrypted.", true);
      } else if (!zip.canReadEntryData(entry)) {
        pass(path, "It is packed in a way that is not read here.", true);
      } else {
        return unpack(zip, entry, path, max);
      }
    }
    return 0;
  }

  private long unpack(ZipFile zip, ZipArchiveEntry entry, String path, long max)
      throws IOException {
    try (var stream = new Bounded(zip.getInputStream(entry), max)) {
      keep(path, stream);
      return stream.taken();
    }
  }

  private void count() throws RefusedException {
    if (++entries > limits.entriesMax()) throw tooMany(limits.entriesMax());
  }

  static RefusedException tooMany(int entriesMax) {
    return new RefusedException(true, "It has more than %,d files.".formatted(entriesMax));
  }

  /** Null, with a word, where it would lie outside of the archive. */
  private String path(String given) {
    var path = Paths.inside(given);
    if (path == null) {
      pass(Paths.shown(given), "Its path leads out of the archive, or is none.", true);
    } else {
      names.add(path);
    }
    return path;
  }

  private boolean isKept(String path) {
    if (wanted.test(path)) return true;
    pass(path, "An archive in an archive isn't opened.", Packing.isNamed(path));
    return false;
  }

  private void keep(String path, InputStream stream) throws IOException {
    var bytes = stream.readNBytes(limits.fileBytesMax() + 1);
    if (bytes.length > limits.fileBytesMax()) {
      pass(path, "It is larger than " + limits.fileBytesMax() / 1_000_000 + " MB.", true);
      return;
    }
    var text = Texts.of(bytes);
    if (text == null) {
      pass(path, "It is no text, or not in UTF-8.", true);
      return;
    }
    kept += bytes.length;
    if (kept > limits.keptBytesMax()) {
      throw new RefusedException(
          true, "Its files are more than %d MB.".formatted(limits.keptBytesMax() / 1_000_000));
    }
    if (files.put(path, text) != null) note(path, "It is there twice; the later one was taken.");
  }

  private void pass(String path, String why, boolean missed) {
    passedOver++;
    if (missed) note(path, why);
  }

  private void note(String path, String why) {
    if (notes.size() < NOTES_MAX) notes.add(new Note(path, why));
  }

  private Content content() {
    int top = Paths.topFolder(names).length();
    var all = new LinkedHashMap<String, String>();
    files.forEach((path, text) -> all.put(path.substring(top), text));
    var said =
        notes.stream()
            .map(
                n ->
                    new Note(n.path().length() > top ? n.path().substring(top) : n.path(), n.why()))
            .toList();
    return new Content(all, said, passedOver);
  }

  /** A stream of which no more may be read than was allowed. */
  private static final class Bounded extends InputStream {
    private final PushbackInputStream inner;
    private final long max;
    private long taken;
    private long until = Long.MAX_VALUE;

    Bounded(InputStream inner, long max) {
      this.inner = new PushbackInputStream(inner, Packing.HEAD);
      this.max = max;
    }

    byte[] peek(int count) throws IOException {
      var head = inner.readNBytes(count);
      inner.unread(head);
      return head;
    }

    /** From here on no more than so many bytes may be read. */
    void allow(long bytes) {
      until = bytes > Long.MAX_VALUE - taken ? Long.MAX_VALUE : taken + bytes;
    }

    long taken() {
      return taken;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = inner.read(target, offset, length);
      taken += Math.max(0, count);
      if (taken > max) {
        throw new RefusedException(
            true,
            "It unpacks to more than %,d MB, which is more than such a file should."
                .formatted(max / 1_000_000));
      }
      if (taken > until) throw unreadable("It is damaged: a name in it is longer than any.");
      return count;
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }
}
