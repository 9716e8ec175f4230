package plimsoll.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives for tests, good ones and bad ones. */
public final class Packed {
  private Packed() {}

  public static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    public Zip file(String path, String text) {
      return file(path, text.getBytes(UTF_8));
    }

    public Zip file(String path, byte[] content) {
      return entry(new ZipArchiveEntry(path), content);
    }

    public Zip link(String path, String target) {
      var entry = new ZipArchiveEntry(path);
      entry.setUnixMode(0120777);
      return entry(entry, target.getBytes(UTF_8));
    }

    private Zip entry(ZipArchiveEntry entry, byte[] content) {
      try {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public byte[] bytes() {
      try {
        zip.close();
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    public Tar() {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    public Tar file(String path, String text) {
      return file(path, text.getBytes(UTF_8));
    }

    public Tar file(String path, byte[] content) {
      var entry = new TarArchiveEntry(path, true);
      entry.setSize(content.length);
      return entry(entry, content);
    }

    public Tar link(String path, String target, byte type) {
      var entry = new TarArchiveEntry(path, type);
      entry.setLinkName(target);
      return entry(entry, new byte[0]);
    }

    public Tar longName(byte[] name) {
      var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      entry.setSize(name.length);
      return entry(entry, name);
    }

    private Tar entry(TarArchiveEntry entry, byte[] content) {
      try {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public byte[] bytes() {
      try {
        tar.close();
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
