package plimsoll.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What somebody sends, in a temporary file of a bounded length that is deleted when it is closed.
 */
public final class Spool implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  private final Path place;
  private final SeekableByteChannel channel;

  private Spool(Path place) throws IOException {
    this.place = place;
    this.channel =
        Files.newByteChannel(
            place,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Takes all that comes.
   *
   * @throws Archive.RefusedException when it is longer than so many bytes
   */
  public static Spool of(InputStream sent, long bytesMax)
      throws IOException, Archive.RefusedException {
    var spool = new Spool(Files.createTempFile("plimsoll-", ".sent"));
    boolean good = false;
    try {
      spool.take(sent, bytesMax);
      good = true;
      return spool;
    } finally {
      if (!good) spool.close();
    }
  }

  private void take(InputStream sent, long bytesMax) throws IOException, Archive.RefusedException {
    var piece = new byte[PIECE];
    long taken = 0;
    for (int count = sent.read(piece); count >= 0; count = sent.read(piece)) {
      taken += count;
      if (taken > bytesMax) throw Archive.RefusedException.tooLarge(bytesMax);
      write(ByteBuffer.wrap(piece, 0, count));
    }
  }

  private void write(ByteBuffer some) throws IOException {
    while (some.hasRemaining()) {
      channel.write(some);
    }
  }

  /**
   * Its text; null where it is none.
   *
   * @throws Archive.RefusedException when it is longer than so many bytes
   */
  public String text(int bytesMax) throws IOException {
    if (length() > bytesMax) throw Archive.RefusedException.tooLarge(bytesMax);
    return Texts.of(stream().readAllBytes());
  }

  long length() throws IOException {
    return channel.size();
  }

  /** From its beginning; closing it leaves the file open. */
  InputStream stream() throws IOException {
    channel.position(0);
    return Channels.newInputStream(new Open(channel));
  }

  SeekableByteChannel channel() throws IOException {
    channel.position(0);
    return new Open(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(place);
  }

  /** A channel that those who read of it can't close. */
  private record Open(SeekableByteChannel inner) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      return inner.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException("this is only read");
    }

    @Override
    public long position() throws IOException {
      return inner.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      inner.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return inner.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      throw new IOException("this is only read");
    }

    @Override
    public boolean isOpen() {
      return inner.isOpen();
    }

    @Override
    public void close() {
      // Whoever took it in closes it.
    }
  }
}
