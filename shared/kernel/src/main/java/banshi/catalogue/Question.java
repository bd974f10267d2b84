package banshi.catalogue;

import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A question about the applicant's situation (情形) that decides what applies.
 *
 * @param id the key of its answer, camelCase
 * @param text what is asked
 * @param format what an answer looks like
 * @param fallback what holds if nobody answers; without one the question must be answered
 */
public record Question(String id, Text text, Format format, Optional<Answer> fallback) {

  /** Whether it must be answered. */
  public boolean required() {
    return fallback.isEmpty();
  }

  /** What an answer looks like. */
  public sealed interface Format {}

  /** Yes or no. */
  public record YesNoFormat() implements Format {}

  /**
   * A number from {@code min} to {@code max}, both included, of at most {@code decimals} places.
   */
  public record NumberFormat(BigDecimal min, BigDecimal max, int decimals) implements Format {
    /** Whether {@code node}, a JSON number, is such a number; no exponent is too large to ask. */
    boolean admits(JsonNode node) {
      // A reader that uses doubles turns what it cannot hold into infinity.
      boolean finite = !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
      return (node.isBigDecimal() || finite) && admits(node.decimalValue());
    }

    private boolean admits(BigDecimal number) {
      return number.compareTo(min) >= 0
          && number.compareTo(max) <= 0
          && Math.max(0, number.stripTrailingZeros().scale()) <= decimals;
    }
  }

  /** One of some choices. */
  public record ChoiceFormat(List<Choice> choices) implements Format {
    public ChoiceFormat {
      choices = List.copyOf(choices);
    }

    boolean admits(String code) {
      return choices.stream().anyMatch(choice -> choice.code().equals(code));
    }
  }
}
