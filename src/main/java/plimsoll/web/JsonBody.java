package plimsoll.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import plimsoll.access.Refusal;
import plimsoll.json.Json;

/** Carries records in and out as JSON; what cannot be read is refused with its place. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/problem+json"})
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  private static final List<Class<?>> RAW = List.of(String.class, byte[].class, InputStream.class);

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return ours(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      var value = Json.MAPPER.readValue(body, Json.MAPPER.constructType(generic));
      if (value == null) {
        throw new Refusal(400, "The body is empty; a JSON object is expected.");
      }
      return value;
    } catch (JsonMappingException e) {
      throw wrong(e);
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The body is not JSON" + place(e) + ".");
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return ours(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Json.MAPPER.writeValue(out, value);
  }

  private static boolean ours(Class<?> type) {
    return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type))
        && !type.getName().startsWith("jakarta.")
        && !type.getName().startsWith("java.io.");
  }

  private static Refusal wrong(JsonMappingException fault) {
    var pointer =
        fault.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("/", "/", ""));
    if (pointer.equals("/") && fault.getOriginalMessage().startsWith("No content")) {
      return new Refusal(400, "The body is empty; a JSON object is expected.");
    }
    return Refusal.wrong(pointer, "This is not a value of the kind that is expected here.");
  }

  private static String place(JsonProcessingException fault) {
    var at = fault.getLocation();
    return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
