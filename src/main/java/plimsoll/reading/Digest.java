package plimsoll.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.json.Json;

/** SHA-256 over everything that is added, each as JSON on a line of its own. */
final class Digest {
  private final MessageDigest hash = sha256();
  private final OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), hash);

  /** Adds values whose order means something. */
  Digest add(Object... values) {
    try {
      for (var value : values) {
        Json.MAPPER
            .writer()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .writeValue(out, value);
        out.write('\n');
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds lists whose order means nothing, so that another order gives the same digest. */
  Digest addUnordered(Map<String, ? extends List<?>> lists) {
    new TreeMap<>(lists)
        .forEach((key, list) -> add(key, list.stream().map(Json::write).sorted().toList()));
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(hash.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
