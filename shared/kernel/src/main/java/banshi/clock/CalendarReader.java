package banshi.clock;

import banshi.clock.CalendarFile.Citation;
import banshi.clock.CalendarFile.HolidayEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the shape of a year's file, and notes every fault of shape. Good for one file. */
final class CalendarReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int LONGEST_TEXT = 300;

  private final List<CalendarProblem> problems = new ArrayList<>();

  CalendarReading read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      note("", CalendarFault.MALFORMED_JSON, "not JSON, or a key given twice: " + place(malformed));
      return new CalendarReading.Faulty(problems);
    }
    fields(root, "", Set.of("year", "revision", "citations", "holidays"));
    int year = number(root, "/year");
    int revision = number(root, "/revision");
    List<Citation> citations = list(root, "/citations", this::citation);
    List<HolidayEntry> holidays = list(root, "/holidays", this::holiday);
    return problems.isEmpty()
        ? new CalendarFile(year, revision, citations, holidays)
        : new CalendarReading.Faulty(problems);
  }

  private Citation citation(JsonNode root, String at) {
    fields(root, at, Set.of("title", "number", "issued", "published", "source"));
    return new Citation(
        text(root, at + "/title"),
        text(root, at + "/number"),
        date(root, at + "/issued"),
        date(root, at + "/published"),
        text(root, at + "/source"));
  }

  private HolidayEntry holiday(JsonNode root, String at) {
    fields(root, at, Set.of("name", "off", "work"));
    fields(root, at + "/name", Set.of("zh", "en"));
    fields(root, at + "/off", Set.of("from", "through"));
    return new HolidayEntry(
        new HolidayName(text(root, at + "/name/zh"), text(root, at + "/name/en")),
        date(root, at + "/off/from"),
        date(root, at + "/off/through"),
        list(root, at + "/work", this::date));
  }

  private void fields(JsonNode root, String at, Set<String> known) {
    JsonNode node = root.at(at);
    if (!node.isObject()) {
      note(at, CalendarFault.NOT_AN_OBJECT, "an object is needed here");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                note(at + "/" + escape(name), CalendarFault.UNKNOWN_FIELD, "no such field");
              }
            });
  }

  private int number(JsonNode root, String at) {
    JsonNode node = root.at(at);
    if (!node.isInt()) {
      note(at, CalendarFault.NOT_A_NUMBER, "a whole number is needed here");
      return 0;
    }
    return node.intValue();
  }

  private String text(JsonNode root, String at) {
    JsonNode node = root.at(at);
    if (!node.isTextual() || node.textValue().isBlank()) {
      note(at, CalendarFault.TEXT_MISSING, "a text is needed here");
      return "";
    }
    if (node.textValue().length() > LONGEST_TEXT) {
      note(at, CalendarFault.TEXT_TOO_LONG, "at most " + LONGEST_TEXT + " characters");
      return "";
    }
    return node.textValue();
  }

  private LocalDate date(JsonNode root, String at) {
    JsonNode node = root.at(at);
    try {
      return LocalDate.parse(node.textValue() == null ? "" : node.textValue());
    } catch (DateTimeParseException unreadable) {
      note(at, CalendarFault.NOT_A_DATE, "a date that exists is needed here, written yyyy-MM-dd");
      return LocalDate.EPOCH;
    }
  }

  private <T> List<T> list(JsonNode root, String at, BiFunction<JsonNode, String, T> element) {
    JsonNode node = root.at(at);
    if (!node.isArray()) {
      note(at, CalendarFault.NOT_A_LIST, "a list is needed here");
      return List.of();
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(element.apply(root, at + "/" + i));
    }
    return elements;
  }

  private void note(String at, CalendarFault fault, String detail) {
    problems.add(new CalendarProblem(at, fault, detail));
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String place(JsonProcessingException malformed) {
    return "line "
        + malformed.getLocation().getLineNr()
        + ", column "
        + malformed.getLocation().getColumnNr();
  }
}
