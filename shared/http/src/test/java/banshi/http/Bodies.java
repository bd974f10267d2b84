package banshi.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Request records to try the reading of bodies with. */
final class Bodies {
  private Bodies() {}

  enum Form {
    LLC,
    SOLE_PROPRIETOR
  }

  /** A type of its own that refuses what is not upper-case. */
  record Code(String value) {
    public static Code of(String text) {
      if (!text.matches("[A-Z]+")) {
        throw new IllegalArgumentException("told to nobody: " + text);
      }
      return new Code(text);
    }
  }

  /** A record whose parts must fit together. */
  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("told to nobody");
      }
    }
  }

  /** Every kind of component. */
  record Everything(
      @NotBlank @Size(max = 5) String name,
      Optional<@Size(min = 2, max = 3) String> shortText,
      @Pattern(regexp = "[a-z]+") Optional<String> lower,
      @Min(1) @Max(5) int score,
      Optional<Long> many,
      Optional<Boolean> flag,
      @DecimalMin(value = "0", inclusive = false) Optional<BigDecimal> area,
      Optional<Form> form,
      Optional<LocalDate> day,
      Optional<Instant> moment,
      Optional<OffsetDateTime> local,
      Optional<UUID> id,
      Optional<Range> range,
      Optional<Code> code,
      @Size(max = 3) Optional<List<@Size(max = 2) String>> list,
      Optional<Set<Integer>> set,
      @Size(max = 2) Optional<Map<String, JsonNode>> free,
      Optional<JsonNode> anything) {}

  /** Nothing is required. */
  record Reason(Optional<String> reason) {}

  static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  static Everything everything(String json) {
    return RecordBinder.read(utf8(json), Everything.class);
  }

  /** An otherwise faultless body with one more member. */
  static Everything with(String member) {
    return everything("{\"name\":\"茶\",\"score\":3," + member + "}");
  }

  static Problem refusal(String json) {
    return refusal(utf8(json));
  }

  static Problem refusal(byte[] body) {
    return catchThrowableOfType(
            ProblemException.class, () -> RecordBinder.read(body, Everything.class))
        .problem();
  }

  /** The faults of an otherwise faultless body with one more member, as {@code pointer code}. */
  static List<String> faultsWith(String member) {
    return faults("{\"name\":\"茶\",\"score\":3," + member + "}");
  }

  static List<String> faults(String json) {
    return refusal(json).errors().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }
}
