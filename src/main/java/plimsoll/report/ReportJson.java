package plimsoll.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import plimsoll.figure.Figure;
import plimsoll.json.Json;

/** Writes a report, or one of its figures, as JSON. */
final class ReportJson {
  private static final ObjectMapper MAPPER = Json.MAPPER.copy().addMixIn(Figure.class, Kinds.class);

  private ReportJson() {}

  static String report(Report report) {
    return write(report);
  }

  static String figure(Figure figure) {
    return write(figure);
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names a figure's kind in its JSON; the room of figures knows no JSON. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Figure.Plane.class, name = "plane"),
    @JsonSubTypes.Type(value = Figure.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Figure.Pairs.class, name = "pairs"),
    @JsonSubTypes.Type(value = Figure.Field.class, name = "field"),
    @JsonSubTypes.Type(value = Figure.Trend.class, name = "trend")
  })
  private interface Kinds {}
}
