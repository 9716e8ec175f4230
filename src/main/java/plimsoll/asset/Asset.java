package plimsoll.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A file that pages load: its bytes, packed too, and a tag that changes when they do. */
public record Asset(String type, byte[] bytes, byte[] packed, String tag) {
  private static final String CHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

  /** One plain name: no folder, so no way out of the one folder. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}\\.(css|js|svg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

  /** The file of that name; empty where there is none. */
  public static Optional<Asset> named(String name) {
    var place = place(name);
    return place == null || Asset.class.getResource(place) == null
        ? Optional.empty()
        : Optional.of(READ.computeIfAbsent(name, key -> read(key, place)));
  }

  /**
   * The address of a file. It changes with the file, so that a browser need never ask again.
   *
   * @throws java.util.NoSuchElementException when there is none of that name
   */
  public static String address(String name) {
    return "/assets/" + name + "?v=" + named(name).orElseThrow().tag();
  }

  private static String place(String name) {
    if (name.equals("echarts.min.js")) {
      return CHARTS;
    }
    return NAME.matcher(name).matches() ? "/assets/" + name : null;
  }

  private static Asset read(String name, String place) {
    try (var file = Asset.class.getResourceAsStream(place)) {
      var bytes = file.readAllBytes();
      var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return new Asset(type, bytes, pack(bytes), tag(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pack(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String tag(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
