package plimsoll.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words on a page.
 *
 * @param lang the language's tag where it is not the page's; null where it is
 */
@Schema(type = SchemaType.STRING)
public record Said(@JsonValue String words, String lang) {
  /** Its direction where that may not be the page's: what is not translated is English. */
  @JsonIgnore
  public String dir() {
    return lang == null ? null : "ltr";
  }

  @Override
  public String toString() {
    return words;
  }
}
