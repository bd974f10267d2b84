package banshi.deploy.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a template says of one of its parameters.
 *
 * @param name its name
 * @param rules the declaration as it stands in the template
 */
public record Declaration(String name, JsonNode rules) {
  private static final int MOST_BYTES = 4_096;

  /** What it is for, in the template's words; may be empty. */
  public String description() {
    return rules.path("Description").asText();
  }

  /** Whether its value must never be shown. */
  public boolean secret() {
    return rules.path("NoEcho").asBoolean();
  }

  /** Its value where nobody gives one. */
  public Optional<String> usual() {
    return rules.has("Default") ? Optional.of(rules.get("Default").asText()) : Optional.empty();
  }

  /**
   * Why a value would be refused, in both languages and without the value itself where that is
   * secret; empty when it fits.
   */
  public Optional<String> refusal(String value) {
    String shown = secret() ? "" : " \"" + value + "\"";
    return fault(value)
        .map(
            fault ->
                "参数 %1$s 的值%2$s不合要求 The value%2$s of %1$s %3$s.".formatted(name, shown, fault));
  }

  private Optional<String> fault(String value) {
    if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("is longer than 4096 bytes");
    }
    if (rules.path("Type").asText().equals("Number")) {
      return number(value);
    }
    if (rules.has("AllowedValues") && !allowed(value)) {
      return Optional.of("is not one of " + rules.get("AllowedValues"));
    }
    if (rules.has("AllowedPattern") && !value.matches(rules.get("AllowedPattern").asText())) {
      return Optional.of("does not fit " + rules.get("AllowedPattern").asText());
    }
    if (value.length() < rules.path("MinLength").asInt(0)) {
      return Optional.of("is shorter than " + rules.get("MinLength").asText());
    }
    if (value.length() > rules.path("MaxLength").asInt(MOST_BYTES)) {
      return Optional.of("is longer than " + rules.get("MaxLength").asText());
    }
    return Optional.empty();
  }

  private Optional<String> number(String value) {
    if (!value.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
      return Optional.of("is not a number");
    }
    BigDecimal number = new BigDecimal(value);
    if (rules.has("AllowedValues") && !allowed(value)) {
      return Optional.of("is not one of " + rules.get("AllowedValues"));
    }
    if (rules.has("MinValue") && number.compareTo(bound("MinValue")) < 0) {
      return Optional.of("is less than " + bound("MinValue"));
    }
    if (rules.has("MaxValue") && number.compareTo(bound("MaxValue")) > 0) {
      return Optional.of("is more than " + bound("MaxValue"));
    }
    return Optional.empty();
  }

  private BigDecimal bound(String name) {
    return new BigDecimal(rules.get(name).asText());
  }

  private boolean allowed(String value) {
    return StreamSupport.stream(rules.get("AllowedValues").spliterator(), false)
        .anyMatch(each -> each.asText().equals(value));
  }
}
