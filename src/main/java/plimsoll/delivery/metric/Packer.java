package plimsoll.delivery.metric;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Writes values one after the other, each in as few bytes as it needs. */
final class Packer {
  private static final int MICROS = 1000;

  private final Map<String, Integer> known = new HashMap<>();
  private byte[] bytes = new byte[256];
  private int length;

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Seven bits a byte; the smaller, the shorter, and never negative for its length's sake. */
  Packer number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
    return this;
  }

  Packer flags(boolean... flags) {
    long bits = 0;
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) bits |= 1L << i;
    }
    return number(bits);
  }

  Packer choice(Enum<?> one) {
    return number(one == null ? 0 : one.ordinal() + 1);
  }

  Packer choices(Set<? extends Enum<?>> some) {
    return number(some.stream().mapToLong(one -> 1L << one.ordinal()).sum());
  }

  Packer count(Integer count) {
    return number(count == null ? 0 : count + 1L);
  }

  /** As a distance from another time, in seconds where it is a whole number of them. */
  Packer time(Instant at, Instant from) {
    if (at == null) {
      return number(0);
    }
    var distance = Duration.between(from, at);
    if (distance.getNano() == 0) return number(signed(distance.getSeconds(), 1));
    return distance.getNano() % MICROS == 0
        ? number(signed(distance.toNanos() / MICROS, 2))
        : number(signed(distance.toNanos(), 3));
  }

  /** A text that comes again costs only its number. */
  Packer text(String text) {
    if (text == null) {
      return number(0);
    }
    var before = known.putIfAbsent(text, known.size());
    return before == null ? number(known.size()).raw(text) : number(before + 1L);
  }

  /** A text that hardly comes again; an even number of small hexadecimal digits costs half. */
  Packer name(String name) {
    boolean digits =
        name.length() % 2 == 0
            && name.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    var raw = digits ? HexFormat.of().parseHex(name) : name.getBytes(StandardCharsets.UTF_8);
    return number(raw.length * 2L + (digits ? 1 : 0)).raw(raw);
  }

  Packer hashes(long[] hashes) {
    number(hashes.length);
    for (long hash : hashes) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) write((int) (hash >>> shift));
    }
    return this;
  }

  private static long signed(long value, int unit) {
    return Math.multiplyExact(value << 1 ^ value >> 63, 4L) + unit;
  }

  private Packer raw(String text) {
    var raw = text.getBytes(StandardCharsets.UTF_8);
    return number(raw.length).raw(raw);
  }

  private Packer raw(byte[] raw) {
    for (byte one : raw) write(one);
    return this;
  }

  private void write(int one) {
    if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
    bytes[length++] = (byte) one;
  }
}
