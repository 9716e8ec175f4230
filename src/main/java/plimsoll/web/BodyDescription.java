package plimsoll.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import plimsoll.json.Json;

/** Mends what the server writes of bodies into the description of the API. */
final class BodyDescription {
  private static final String JSON = "application/json";

  private BodyDescription() {}

  /**
   * The same with each kind of body for itself. The server gives all examples and the last schema
   * to all kinds; the summary of an example ends with the kind, as in "as CSV". JSON is shown as
   * JSON.
   */
  static Content mended(Content content) {
    var mended = OASFactory.createContent();
    content.getMediaTypes().forEach((type, one) -> mended.addMediaType(type, mended(type, one)));
    return mended;
  }

  private static MediaType mended(String type, MediaType one) {
    var mended = OASFactory.createMediaType().schema(schema(type, one.getSchema()));
    if (one.getExamples() != null) {
      var fitting = new LinkedHashMap<String, Example>();
      one.getExamples().forEach((name, example) -> put(fitting, type, name, example));
      mended.setExamples(fitting);
    }
    return mended;
  }

  private static Schema schema(String type, Schema known) {
    unlimit(known);
    var text = known != null && known.getType() == SchemaType.STRING;
    if (known != null && !type.contains("json") && !text) {
      return OASFactory.createSchema().type(SchemaType.STRING);
    }
    return type.equals(JSON) && text ? OASFactory.createSchema().type(SchemaType.OBJECT) : known;
  }

  private static void put(Map<String, Example> fitting, String type, String name, Example one) {
    var kind = "" + one.getSummary();
    kind = kind.substring(kind.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    if (one.getSummary() == null || type.contains(kind)) {
      var json = type.equals(JSON) && one.getValue() instanceof String;
      var value = json ? Json.read((String) one.getValue(), Object.class) : one.getValue();
      fitting.put(name, OASFactory.createExample().summary(one.getSummary()).value(value));
    }
  }

  /** The server writes a limit of nothing where none was stated. */
  static void unlimit(Schema schema) {
    if (schema == null) {
      return;
    }
    if (Integer.valueOf(0).equals(schema.getMaxProperties())) {
      schema.setMaxProperties(null);
      schema.setMinProperties(null);
      schema.setMinLength(null);
      schema.setUniqueItems(null);
      schema.setExclusiveMaximum(null);
      schema.setExclusiveMinimum(null);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(BodyDescription::unlimit);
    }
  }
}
