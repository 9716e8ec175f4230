package plimsoll.delivery.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How an organisation wants a source read, such as which workflow deploys and which label makes an
 * incident of an issue. Nothing is guessed from names that were not said here.
 *
 * @param said by the keys of {@link Setting}; what is missing has its setting's own value
 */
public record Rules(Map<String, String> said) {

  public Rules {
    said = Map.copyOf(said);
  }

  /** Those of a source to which nothing was said. */
  public static Rules none() {
    return new Rules(Map.of());
  }

  /** The text without blanks around it; the setting's own where nothing was said. */
  public String text(Setting setting) {
    return said.getOrDefault(setting.key(), setting.standard()).strip();
  }

  /** The names that commas or lines divide, in small letters. */
  public List<String> names(Setting setting) {
    return Arrays.stream(text(setting).split("[,\n]"))
        .map(one -> one.strip().toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** True when one of the names was said, whatever the letter case. */
  public boolean names(Setting setting, String name) {
    return name != null && names(setting).contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
