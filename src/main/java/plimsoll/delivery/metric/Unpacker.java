package plimsoll.delivery.metric;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads what a {@link Packer} wrote, value by value in the same order. */
final class Unpacker {
  private static final long NANOS = 1_000_000_000;

  private final List<String> known = new ArrayList<>();
  private final byte[] bytes;
  private int at;

  Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte one = bytes[at++];
      value |= (one & 0x7fL) << shift;
      if (one >= 0) return value;
    }
  }

  /** As many as are needed for the length of a list that each element of takes a byte at least. */
  int size() {
    long size = number();
    if (size < 0 || size > bytes.length - at) {
      throw new IndexOutOfBoundsException("a list is longer than what holds it");
    }
    return (int) size;
  }

  <E extends Enum<E>> E choice(E[] all) {
    int number = (int) number();
    return number == 0 ? null : all[number - 1];
  }

  <E extends Enum<E>> Set<E> choices(Class<E> type, E[] all) {
    long bits = number();
    if (bits == 0) return Set.of();
    var some = EnumSet.noneOf(type);
    for (int i = 0; bits >>> i != 0; i++) {
      if ((bits >>> i & 1) == 1) some.add(all[i]);
    }
    return some;
  }

  Integer count() {
    long count = number();
    return count == 0 ? null : (Integer) (int) (count - 1);
  }

  Instant time(Instant from) {
    long packed = number();
    if (packed == 0) return null;
    long unsigned = packed >>> 2;
    long distance = unsigned >>> 1 ^ -(unsigned & 1);
    return switch ((int) packed & 3) {
      case 1 -> from.plusSeconds(distance);
      case 2 ->
          from.plusSeconds(Math.floorDiv(distance, 1_000_000L))
              .plusNanos(Math.floorMod(distance, 1_000_000L) * 1000);
      default ->
          from.plusSeconds(Math.floorDiv(distance, NANOS))
              .plusNanos(Math.floorMod(distance, NANOS));
    };
  }

  String text() {
    int number = (int) number();
    if (number == 0) return null;
    if (number > known.size()) known.add(new String(raw(size()), StandardCharsets.UTF_8));
    return known.get(number - 1);
  }

  String name() {
    long length = number();
    var raw = raw((int) (length >>> 1));
    return (length & 1) == 1
        ? HexFormat.of().formatHex(raw)
        : new String(raw, StandardCharsets.UTF_8);
  }

  long[] hashes() {
    var hashes = new long[size()];
    for (int i = 0; i < hashes.length; i++) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        hashes[i] |= (bytes[at++] & 0xffL) << shift;
      }
    }
    return hashes;
  }

  private byte[] raw(int length) {
    if (length > bytes.length - at) throw new IndexOutOfBoundsException("a text is cut off");
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }
}
