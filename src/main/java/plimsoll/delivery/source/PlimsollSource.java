package plimsoll.delivery.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Moments;
import plimsoll.json.Json;

/** Our own event form, as JSON, as JSON lines and as a spreadsheet. */
public final class PlimsollSource {
  public static final String KEY = "plimsoll";

  private static final int EVENTS_MAX = 10_000;
  private static final int LINE_MAX = 1_000_000;

  /** What follows the value must not get lost silently. */
  private static final ObjectReader WHOLE =
      Json.MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final CSVFormat HEADED =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final Batch batch = new Batch();
  private final OwnForm form;

  private PlimsollSource(Instant now) {
    form = new OwnForm(batch, new Moments(now));
  }

  /** The ways to write it. */
  public enum Writing {
    JSON,
    LINES,
    CSV
  }

  /**
   * @throws Refusal 400 when it cannot be read at all, 413 when it holds too many events
   */
  public static Batch read(String text, Writing writing, Instant now) {
    if (text.isBlank()) {
      throw new Refusal(400, "The body is empty; at least one event is expected.");
    }
    var source = new PlimsollSource(now);
    switch (writing) {
      case JSON -> source.readJson(text);
      case LINES -> source.readLines(text);
      case CSV -> source.readCsv(text);
    }
    return source.batch;
  }

  /**
   * Reads some lines of something longer. A line that can't be read stops no other.
   *
   * @param heads the first line of a spreadsheet; "" where there is none
   * @param before how many lines came before these
   */
  public static Batch part(
      Writing writing, String heads, List<String> lines, long before, Instant now) {
    var source = new PlimsollSource(now);
    var columns = writing == Writing.CSV ? columns(heads) : null;
    for (int i = 0; i < lines.size(); i++) {
      int number = (int) Math.min(Integer.MAX_VALUE, before + i + 1);
      if (lines.get(i).isBlank()) continue;
      if (writing == Writing.CSV) {
        source.readRecord(number, columns, lines.get(i));
      } else {
        source.readLine(number, lines.get(i));
      }
    }
    return source.batch;
  }

  /**
   * Looks at the first line of a spreadsheet.
   *
   * @throws Refusal 400 when it names no columns
   */
  public static Batch heads(String line) {
    var source = new PlimsollSource(Instant.EPOCH);
    source.readCsv(line);
    return source.batch;
  }

  private void readJson(String text) {
    var json = tree(text);
    if (!json.isArray()) {
      form.read(1, json);
      return;
    }
    limit(json.size());
    for (int i = 0; i < json.size(); i++) {
      form.read(i + 1, json.get(i));
    }
  }

  private void readLines(String text) {
    var lines = text.split("\r\n|\n|\r", -1);
    limit((int) Arrays.stream(lines).filter(line -> !line.isBlank()).count());
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) readLine(i + 1, lines[i]);
    }
  }

  private void readLine(int number, String line) {
    if (line.length() > LINE_MAX) {
      batch.problem(number, "The line is longer than a million characters.");
      return;
    }
    try {
      form.read(number, WHOLE.readTree(line));
    } catch (JsonProcessingException e) {
      batch.problem(number, "The line is not JSON.");
    }
  }

  private static CSVFormat columns(String heads) {
    try (var records = HEADED.parse(new StringReader(heads))) {
      return HEADED
          .builder()
          .setHeader(records.getHeaderNames().toArray(String[]::new))
          .setSkipHeaderRecord(false)
          .get();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(400, "The first line must name the columns.");
    }
  }

  private void readRecord(int number, CSVFormat columns, String line) {
    try (var records = columns.parse(new StringReader(line))) {
      for (CSVRecord record : records) form.read(number, object(record));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      batch.problem(number, "The line cannot be read as CSV.");
    } catch (UncheckedIOException e) {
      batch.problem(number, "A quote is never closed, or stands in a wrong place.");
    }
  }

  private void readCsv(String text) {
    try (var records = HEADED.parse(new StringReader(text))) {
      checkHeads(records.getHeaderNames());
      for (CSVRecord record : records) {
        limit((int) record.getRecordNumber());
        form.read((int) record.getRecordNumber() + 1, object(record));
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new Refusal(400, "The spreadsheet cannot be read as CSV with a line of heads.");
    } catch (UncheckedIOException e) {
      throw new Refusal(
          400, "A quote in the spreadsheet is never closed, or stands in a wrong place.");
    }
  }

  private void checkHeads(List<String> heads) {
    var unknown = new TreeSet<>(heads);
    unknown.removeAll(OwnForm.columns());
    unknown.forEach(
        head -> batch.problem(1, "Unknown field \"" + Fields.cut(head) + "\" was left out."));
    if (!heads.contains("type") || !heads.contains("id")) {
      throw new Refusal(
          400, "The first line must name the columns, \"type\" and \"id\" among them.");
    }
  }

  /** Empty cells, and columns that are known for other types, are left out. */
  private static JsonNode object(CSVRecord record) {
    var object = JsonNodeFactory.instance.objectNode();
    var columns = OwnForm.columns();
    record
        .toMap()
        .forEach(
            (head, cell) -> {
              if (columns.contains(head) && !cell.isBlank()) object.put(head, cell);
            });
    return object;
  }

  private static void limit(int events) {
    if (events > EVENTS_MAX) {
      throw new Refusal(413, "A delivery takes at most 10,000 events. Send it in parts.");
    }
  }

  private static JsonNode tree(String text) {
    try {
      return WHOLE.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The body is not JSON, or is nested too deeply. Nothing was stored.");
    }
  }
}
